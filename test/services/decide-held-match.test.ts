import { describe, expect, test } from 'vitest';
import { countHeldMatches, findHeldMatch, listHeldMatches } from '../../src/db/held-matches.ts';
import { findProspect } from '../../src/db/prospects.ts';
import { addProspect } from '../../src/services/add-prospect.ts';
import { decideHeldMatch } from '../../src/services/decide-held-match.ts';
import { importProspects } from '../../src/services/import-prospects.ts';
import { liftStop } from '../../src/services/lift-stop.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { readCsv } from '../../src/services/read-csv.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const PHONE = { phone: '+1 512 555 0142', phoneKey: '+15125550142' };
const WEDNESDAY = '2026-11-18T08:00:00Z';

/** Dana is Ana's; Eli, Ben's, has her phone. */
async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, ben, mara } = team;
  const { workspaceId } = ana;
  const dana = await createProspect(db, ana, { email: 'dana@acme.example', ...PHONE });
  const eli = await createProspect(db, ben, { name: 'Eli Reyes', ...PHONE });
  const stop = () =>
    logTouch(acting(db, ana), { prospectId: dana.id, channel: 'email', outcome: 'stop' });
  const pair = { prospectId: eli.id, stoppedProspectId: dana.id };
  const decide = (verdict: 'same' | 'other', rep = mara) =>
    decideHeldMatch(acting(db, rep, WEDNESDAY), { ...pair, verdict });
  const log = (outcome: 'no_answer' | 'they_got_in_touch', rep = ben) =>
    logTouch(acting(db, rep), { prospectId: eli.id, channel: 'call', outcome });
  const held = async () =>
    (await listHeldMatches(db, { workspaceId, limit: 10 })).map(({ prospect }) => prospect.id);
  const statusOf = async (prospectId: string) =>
    (await findProspect(db, { workspaceId, prospectId }))?.standing.status;
  return { db, ...team, workspaceId, dana, eli, pair, stop, decide, log, held, statusOf };
}

describe('a shared phone under another name is held', () => {
  test('when the stop is logged; it stays open and due', async () => {
    const { db, ben, eli, stop, held } = await setUp();

    await stop();

    expect(await held()).toEqual([eli.id]);
    const [row] = (await loadDay(acting(db, ben))).due;
    expect(row).toMatchObject({ isHeld: true, prospect: { standing: { status: 'open' } } });
  });

  test('when it is added later', async () => {
    const { db, ben, stop, held } = await setUp();
    await stop();

    const tom = await addProspect(acting(db, ben), {
      ...{ name: 'Tom Okafor', company: null, email: null, phone: PHONE.phone },
    });

    expect(await held()).toContain(tom.id);
  });

  test('when an import brings it, and once only', async () => {
    const { db, ana, workspaceId, stop, held } = await setUp();
    await stop();
    const importTom = async () => {
      const bytes = Buffer.from('Name,Phone,Owner\nTom Okafor,512 555 0142,Ana Silva\n');
      const file = await readCsv(
        (async function* () {
          yield bytes;
        })(),
      );
      const ctx = { ...acting(db, ana), rep: null };
      return (await importProspects(ctx, file, { country: 'US' })).results[0]?.result;
    };

    const results = [await importTom(), await importTom()];

    expect(results).toEqual(['held', 'duplicate']);
    expect(await held()).toHaveLength(2);
    expect(await countHeldMatches(db, workspaceId)).toBe(2);
  });

  test('but not with the same e-mail, which is the same person', async () => {
    const { db, ben, eli, stop, held, statusOf } = await setUp();
    const twin = { name: 'D. Reyes', email: 'dana@acme.example', ...PHONE };
    const { id } = await createProspect(db, ben, twin);

    await stop();

    expect(await held()).toEqual([eli.id]);
    expect(await statusOf(id)).toBe('stopped');
  });

  test('no longer once the stop was undone or lifted', async () => {
    const { db, ana, mara, dana, stop, held } = await setUp();
    const { touch } = await stop();
    await undoTouch(acting(db, ana), { touchId: touch.id });
    const undone = await held();
    await stop();
    const again = await held();

    await liftStop(acting(db, mara), { prospectId: dana.id, reason: 'A mistake.' });

    expect([undone, again.length, await held()]).toEqual([[], 1, []]);
  });
});

test('while held, what we send is refused with who decides, and what they do is logged', async () => {
  const { log, stop } = await setUp();
  await stop();

  await expect(log('no_answer')).rejects.toThrow(
    'Same phone as Dana Reyes, who asked us to stop on 17 Nov (Ana Silva). A manager has to say whether it is the same person. You can still log “They got in touch”.',
  );
  expect((await log('they_got_in_touch')).prospect.standing.status).toBe('open');
});

describe('somebody else', () => {
  test('is chased on, and never asked about again', async () => {
    const { db, ana, mara, workspaceId, pair, decide, log, held, stop } = await setUp();
    const { touch } = await stop();

    await decide('other');

    expect(await held()).toEqual([]);
    expect((await log('no_answer')).prospect.standing.status).toBe('open');
    expect(await findHeldMatch(db, { workspaceId, ...pair })).toEqual({
      ...{ verdict: 'other', settledBy: mara.id, settledAt: new Date(WEDNESDAY) },
    });
    await undoTouch(acting(db, ana), { touchId: touch.id });
    await stop();
    expect(await held()).toEqual([]);
  });

  test('with the phone of a second person is asked about once more', async () => {
    const { db, ana, eli, decide, stop, held } = await setUp();
    await stop();
    await decide('other');
    const tom = await createProspect(db, ana, { name: 'Tom Okafor', ...PHONE });

    await logTouch(acting(db, ana), { prospectId: tom.id, channel: 'call', outcome: 'stop' });

    expect(await held()).toEqual([eli.id]);
  });
});

describe('the same person', () => {
  test('is stopped as they were, with their other entries and in imports', async () => {
    const { db, ana, ben, eli, decide, stop, held, statusOf } = await setUp();
    const address = { email: 'eli@birch.example' };
    const twin = await createProspect(db, ben, { name: 'Eli Reyes', ...PHONE, ...address });
    await stop();

    await decide('same');

    expect([await statusOf(eli.id), await statusOf(twin.id)]).toEqual(['stopped', 'stopped']);
    expect(await held()).toEqual([]);
    expect((await loadDay(acting(db, ben))).due).toEqual([]);
    const person = { name: 'Somebody', company: null, phone: null, ...address };
    await expect(addProspect(acting(db, ana), person)).rejects.toThrow('They asked us to stop');
  });

  test('is lifted with the one they are, and not the other way round', async () => {
    const { db, mara, dana, eli, decide, stop, statusOf } = await setUp();
    await stop();
    await decide('same');
    const lift = (prospectId: string) =>
      liftStop(acting(db, mara, WEDNESDAY), { prospectId, reason: 'They asked for a quote.' });

    await lift(eli.id);
    const first = [await statusOf(dana.id), await statusOf(eli.id)];
    await lift(dana.id);

    expect(first).toEqual(['stopped', 'open']);
    expect([await statusOf(dana.id), await statusOf(eli.id)]).toEqual(['open', 'open']);
  });

  test('comes back when the stop is undone', async () => {
    const { db, ana, ben, eli, decide, stop, statusOf } = await setUp();
    const { touch } = await stop();
    await decide('same');

    await undoTouch(acting(db, ana), { touchId: touch.id });

    expect(await statusOf(eli.id)).toBe('open');
    const log = logTouch(acting(db, ben), {
      ...{ prospectId: eli.id, channel: 'call', outcome: 'no_answer' },
    });
    expect((await log).prospect.standing.status).toBe('open');
  });
});

describe('a decision', () => {
  test.each(['same', 'other'] as const)('%s twice is once', async (verdict) => {
    const { decide, stop } = await setUp();
    await stop();
    const first = await decide(verdict);

    const second = await decide(verdict);

    expect(second.prospect).toEqual(first.prospect);
  });

  test('the other way says who decided', async () => {
    const { decide, stop } = await setUp();
    await stop();
    await decide('other');

    await expect(decide('same')).rejects.toThrow(
      'You said already that Eli Reyes is somebody else.',
    );
  });

  test('is a manager’s', async () => {
    const { ben, decide, stop } = await setUp();
    await stop();

    await expect(decide('other', ben)).rejects.toThrow('Only a manager can say who it is.');
  });

  test('of a pair that is not held finds nothing', async () => {
    const { decide } = await setUp();

    await expect(decide('same')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('after the stop was lifted says so', async () => {
    const { db, mara, dana, decide, stop, statusOf, eli } = await setUp();
    await stop();
    await liftStop(acting(db, mara), { prospectId: dana.id, reason: 'A mistake.' });

    await expect(decide('same')).rejects.toThrow('The stop of Dana Reyes was lifted');
    expect(await statusOf(eli.id)).toBe('open');
  });
});
