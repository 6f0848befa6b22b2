import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listHistory } from '../../src/db/history.ts';
import { findProspect } from '../../src/db/prospects.ts';
import { reps } from '../../src/db/schema.ts';
import { addProspect } from '../../src/services/add-prospect.ts';
import { importProspects } from '../../src/services/import-prospects.ts';
import { type LiftInput, liftStop } from '../../src/services/lift-stop.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { readCsv } from '../../src/services/read-csv.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect } from '../support/factories.ts';

const database = useDatabase();
const REASON = 'They asked for a quote at the fair.';
const WEDNESDAY = '2026-11-18T08:00:00Z';
const EMAIL = { email: 'dana@acme.example' };
const PHONE = { phone: '+1 512 555 0142', phoneKey: '+15125550142' };
const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
const lost = { ...closed, status: 'lost' as const, closedReason: 'price' as const };

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, mara, workspace } = team;
  const { workspaceId } = workspace;
  const dana = await createProspect(db, ana, { ...EMAIL, ...PHONE, ...change });
  const prospectId = dana.id;
  const stop = (stopChannel: 'call' | 'email' | null = null) =>
    logTouch(acting(db, ana), { prospectId, channel: 'email', outcome: 'stop', stopChannel });
  const lift = (input: Partial<LiftInput> = {}, rep = mara) =>
    liftStop(acting(db, rep, WEDNESDAY), { prospectId, reason: REASON, ...input });
  const stored = (id: string) => findProspect(db, { workspaceId, prospectId: id });
  return { db, ...team, workspaceId, dana, prospectId, stop, lift, stored };
}

describe('a stop', () => {
  test('is lifted for the owner, due today, with the reason kept', async () => {
    const { db, ana, workspaceId, prospectId, stop, lift } = await setUp();
    await stop();

    const { prospect, others } = await lift();

    expect(prospect).toMatchObject({ ownerId: ana.id, snoozes: 0 });
    expect(prospect.standing).toMatchObject({
      status: 'open',
      next: { on: '2026-11-18', action: 'first_contact', rule: { kind: 'lifted' } },
    });
    expect(others).toBe(0);
    const [last] = await listHistory(db, { workspaceId, prospectId, limit: 1 });
    expect(last).toMatchObject({ verb: 'lift', after: { status: 'open', reason: REASON } });
    const { due } = await loadDay(acting(db, ana, WEDNESDAY));
    expect(due.map((row) => row.prospect.id)).toEqual([prospectId]);
  });

  test('is lifted for the owner’s next working day', async () => {
    const { db, ana, stop, lift } = await setUp();
    await stop();
    await createAbsence(db, ana, { fromOn: '2026-11-18', toOn: '2026-11-20' });

    expect((await lift()).prospect.standing.next?.on).toBe('2026-11-23');
  });

  test('of an owner who is gone goes to the manager', async () => {
    const { db, ana, mara, stop, lift } = await setUp();
    await stop();
    await db
      .update(reps)
      .set({ deactivatedAt: new Date(WEDNESDAY) })
      .where(eq(reps.id, ana.id));

    expect((await lift()).prospect.ownerId).toBe(mara.id);
  });

  test('can be logged and undone again afterwards', async () => {
    const { db, ana, prospectId, stop, lift } = await setUp();
    await stop();
    const { prospect } = await lift();
    const ctx = acting(db, ana, WEDNESDAY);
    const logged = await logTouch(ctx, { prospectId, channel: 'call', outcome: 'no_answer' });

    const undone = await undoTouch(ctx, { touchId: logged.touch.id });

    expect(undone.prospect.standing).toEqual(prospect.standing);
  });
});

describe('the person’s other entries', () => {
  test.each([
    ['one that was open is due too', {}, 'open'],
    ['one that was lost is lost again', lost, 'lost'],
  ])('%s', async (_what, own, status) => {
    const { db, ben, stop, lift, stored } = await setUp();
    const twin = await createProspect(db, ben, Object.assign({ name: 'D. Reyes', ...EMAIL }, own));
    await stop();
    const stopped = await stored(twin.id);

    const { others } = await lift();

    expect(stopped?.standing.status).toBe('stopped');
    expect(others).toBe(1);
    const now = await stored(twin.id);
    expect(now).toMatchObject({ ownerId: ben.id, closedReason: twin.closedReason });
    expect(now?.standing.status).toBe(status);
  });

  test('somebody else with that phone who was stopped stays so, and stays known', async () => {
    const { db, ben, stop, lift, stored } = await setUp();
    const eli = await createProspect(db, ben, { name: 'Eli Reyes', ...PHONE });
    await logTouch(acting(db, ben), { prospectId: eli.id, channel: 'call', outcome: 'stop' });
    await stop();

    await lift();

    expect((await stored(eli.id))?.standing.status).toBe('stopped');
    const person = { name: 'Eli Reyes', company: null, email: null, phone: PHONE.phone };
    await expect(addProspect(acting(db, ben), person)).rejects.toThrow('They asked us to stop');
  });
});

describe('an import afterwards', () => {
  const importRows = async (rep: Parameters<typeof acting>[1], rows: string[]) => {
    const bytes = Buffer.from(
      ['Name,Email,Phone,Owner', ...rows.map((row) => `${row},Ana Silva`)].join('\n'),
    );
    const file = await readCsv(
      (async function* () {
        yield bytes;
      })(),
    );
    const options = { country: 'US' as const, dryRun: true };
    const ctx = { ...acting(database.db, rep), rep: null };
    return (await importProspects(ctx, file, options)).results.map(({ result }) => result);
  };
  const TOM = 'Tom Okafor,,512 555 0142';

  test('takes them again, by each way they were known', async () => {
    const { db, ben, stop, lift } = await setUp();
    await createProspect(db, ben, { name: 'Dana Reyes', email: 'dana@home.example', ...PHONE });
    await stop();
    const rows = ['Di,dana@home.example,', 'De,dana@acme.example,', TOM];
    const before = await importRows(ben, rows);

    await lift();

    expect(before).toEqual(['stopped', 'stopped', 'held']);
    expect(await importRows(ben, rows)).toEqual(['duplicate', 'duplicate', 'new']);
  });

  test('still holds who has the phone of somebody else who is stopped', async () => {
    const { db, ben, stop, lift } = await setUp();
    const eli = await createProspect(db, ben, { name: 'Eli Reyes', ...PHONE });
    await stop();
    await logTouch(acting(db, ben), { prospectId: eli.id, channel: 'call', outcome: 'stop' });

    await lift();

    expect(await importRows(ben, [TOM])).toEqual(['held']);
  });
});

describe('a stop for one channel', () => {
  test('opens that channel, day and owner unchanged', async () => {
    const { stop, lift } = await setUp();
    const stopped = (await stop('call')).prospect;

    const { prospect, channel } = await lift();

    expect(channel).toBe('call');
    expect(prospect.stoppedChannels).toEqual([]);
    expect(prospect.standing).toEqual(stopped.standing);
  });

  test('opens it under the other entries as well, and keeps a place in line', async () => {
    const { db, ben, stop, lift, stored } = await setUp();
    const inLine = { inLine: true, linePosition: 3 };
    const twin = await createProspect(db, ben, { name: 'D. Reyes', ...EMAIL, ...inLine });
    await stop('call');

    const { others } = await lift();

    expect(others).toBe(1);
    expect(await stored(twin.id)).toMatchObject({ stoppedChannels: [], inLine: true });
  });

  test('of several asks which', async () => {
    const { stop, lift } = await setUp();
    await stop('call');
    await stop('email');

    await expect(lift()).rejects.toMatchObject({ code: 'invalid', field: 'channel' });
    expect((await lift({ channel: 'email' })).prospect.stoppedChannels).toEqual(['call']);
    await expect(lift({ channel: 'email' })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('is refused', () => {
  test('to anybody but a manager, the owner included', async () => {
    const { ana, stop, lift } = await setUp();
    await stop();

    await expect(lift({}, ana)).rejects.toThrow(
      'Only a manager can lift a stop. Ask one of yours.',
    );
  });

  test.each([
    [null, 'Why may we get in touch again?'],
    ['  \u200b ', 'Why may we get in touch again?'],
    ['a\0b', 'NUL'],
    ['x'.repeat(301), 'Keep it within 300 characters.'],
  ])('for the reason %j', async (reason, words) => {
    const { stop, lift } = await setUp();
    await stop();

    await expect(lift({ reason })).rejects.toMatchObject({ code: 'invalid', field: 'reason' });
    await expect(lift({ reason })).rejects.toThrow(words);
  });

  test('where nothing is stopped, so that the second of two clicks does nothing', async () => {
    const { stop, lift } = await setUp();
    await stop();
    await lift();

    await expect(lift()).rejects.toThrow('Dana Reyes is not stopped.');
  });
});
