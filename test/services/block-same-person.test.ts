import { describe, expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const EMAIL = { email: 'dana@acme.example' };
const PHONE = { phone: '+1 512 555 0142', phoneKey: '+15125550142' };
const WEDNESDAY = '2026-11-18T08:00:00Z';

/** Dana asks Ana not to call; Ben knows her under another name, in line and to be called. */
async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, ben } = team;
  const { workspaceId } = ana;
  const dana = await createProspect(db, ana, { ...EMAIL, ...PHONE });
  const inLine = { inLine: true, linePosition: 3 };
  const twin = await createProspect(db, ben, { name: 'D. Reyes', ...EMAIL, ...inLine });
  const noCalls = (rep = ana, prospectId = dana.id, at?: string) =>
    logTouch(acting(db, rep, at), {
      ...{ prospectId, channel: 'email', outcome: 'stop', stopChannel: 'call' },
    });
  const stored = (prospectId: string) => findProspect(db, { workspaceId, prospectId });
  return { db, ...team, dana, twin, noCalls, stored };
}

describe('a stop for one channel', () => {
  test('closes it under the other entries; day and place in line stay', async () => {
    const { twin, noCalls, stored } = await setUp();

    await noCalls();

    expect(await stored(twin.id)).toMatchObject({
      ...{ stoppedChannels: ['call'], inLine: true },
      standing: { status: 'open', next: { on: '2026-11-17', channel: 'email' } },
    });
  });

  test('refuses a call there, whoever makes it, and takes an e-mail', async () => {
    const { db, ben, twin, noCalls } = await setUp();
    await noCalls();
    const log = (channel: 'call' | 'email') =>
      logTouch(acting(db, ben), { prospectId: twin.id, channel, outcome: 'sent' });

    await expect(log('call')).rejects.toThrow('asked us not to use this channel');
    expect((await log('email')).prospect.standing.status).toBe('open');
  });

  test('leaves alone who only shares the phone', async () => {
    const { db, ben, noCalls, stored } = await setUp();
    const eli = await createProspect(db, ben, { name: 'Eli Reyes', ...PHONE });

    await noCalls();

    expect(await stored(eli.id)).toMatchObject({ stoppedChannels: [], version: 1 });
  });
});

describe('undoing it', () => {
  test('puts the other entries back where nothing changed since', async () => {
    const { db, ana, twin, noCalls, stored } = await setUp();
    const before = await stored(twin.id);
    const { touch } = await noCalls();

    await undoTouch(acting(db, ana), { touchId: touch.id });

    expect(await stored(twin.id)).toEqual({ ...before, version: 3 });
  });

  test('opens only the channel where something did', async () => {
    const { db, ana, ben, twin, noCalls, stored } = await setUp();
    const { touch } = await noCalls();
    const logged = await logTouch(acting(db, ben), {
      ...{ prospectId: twin.id, channel: 'email', outcome: 'sent' },
    });

    await undoTouch(acting(db, ana), { touchId: touch.id });

    const now = await stored(twin.id);
    expect(now?.stoppedChannels).toEqual([]);
    expect(now?.standing).toEqual(logged.prospect.standing);
  });

  test('keeps what they asked again under the other entry', async () => {
    const { db, ana, ben, twin, noCalls, stored } = await setUp();
    const { touch } = await noCalls();
    await noCalls(ben, twin.id, WEDNESDAY);

    await undoTouch(acting(db, ana, WEDNESDAY), { touchId: touch.id }).catch(() => null);

    expect((await stored(twin.id))?.stoppedChannels).toEqual(['call']);
  });

  test('keeps a channel that was closed there before', async () => {
    const { db, ana, ben, twin, noCalls, stored } = await setUp();
    await logTouch(acting(db, ben), {
      ...{ prospectId: twin.id, channel: 'text', outcome: 'stop', stopChannel: 'text' },
    });
    const { touch } = await noCalls();

    await undoTouch(acting(db, ana), { touchId: touch.id });

    expect((await stored(twin.id))?.stoppedChannels).toEqual(['text']);
  });
});
