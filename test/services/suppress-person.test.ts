import { describe, expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { addProspect } from '../../src/services/add-prospect.ts';
import { importProspects } from '../../src/services/import-prospects.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { readCsv } from '../../src/services/read-csv.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const PHONE = { phone: '+1 512 555 0142', phoneKey: '+15125550142' };

/** Dana asks Ana to stop on 17 November. */
async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, ben } = team;
  const dana = await createProspect(db, ana, { email: 'dana@acme.example', ...PHONE, ...change });
  const stop = () =>
    logTouch(acting(db, ana), { prospectId: dana.id, channel: 'email', outcome: 'stop' });
  const statusOf = async (prospectId: string) =>
    (await findProspect(db, { workspaceId: ana.workspaceId, prospectId }))?.standing.status;
  const importRow = async (row: string) => {
    const file = await readCsv(
      (async function* () {
        yield Buffer.from(`Name,Email,Phone,Owner\n${row},Ana Silva\n`);
      })(),
    );
    const ctx = { ...acting(db, ana), rep: null };
    return (await importProspects(ctx, file, { country: 'US' })).results[0]?.result;
  };
  return { db, ...team, ben, dana, stop, statusOf, importRow };
}

describe('a stop ends', () => {
  test.each([
    ['the same e-mail in another spelling', { name: 'D. Reyes', email: 'DANA@acme.example' }, true],
    ['the same phone and name', { name: 'DANA  Reyes', email: null, ...PHONE }, true],
    ['a No that may be asked again', { email: 'dana@acme.example', ...lost() }, true],
    ['nobody who only shares the phone', { name: 'Eli Reyes', ...PHONE }, false],
    ['nobody who only shares the name', { name: 'Dana Reyes' }, false],
  ])('%s', async (_what, other, ends) => {
    const { db, ben, stop, statusOf } = await setUp();
    const { id } = await createProspect(db, ben, other);
    const before = await statusOf(id);

    await stop();

    expect(await statusOf(id)).toBe(ends ? 'stopped' : before);
  });

  test('an entry that is the same person as another entry of theirs', async () => {
    const { db, ben, mara, dana, statusOf } = await setUp();
    const byEmail = await createProspect(db, ben, { name: 'D. Reyes', email: 'dana@acme.example' });
    const byPhone = await createProspect(db, mara, { name: 'Dana Reyes', ...PHONE });

    await logTouch(acting(db, ben), { prospectId: byEmail.id, channel: 'email', outcome: 'stop' });

    const entries = await Promise.all([byEmail, dana, byPhone].map(({ id }) => statusOf(id)));
    expect(entries).toEqual(['stopped', 'stopped', 'stopped']);
  });

  test('nothing in another workspace', async () => {
    const { db, stop, statusOf } = await setUp();
    const other = await createSalesTeam(db);
    const twin = await createProspect(db, other.ana, { email: 'dana@acme.example' });

    await stop();

    expect(await statusOf(twin.id)).toBeUndefined();
    expect((await loadDay(acting(db, other.ana))).due).toHaveLength(1);
  });

  test('every row of theirs in everybody’s day', async () => {
    const { db, ana, ben, stop } = await setUp();
    await createProspect(db, ben, { email: 'dana@acme.example' });

    await stop();

    expect((await loadDay(acting(db, ana))).due).toEqual([]);
    expect((await loadDay(acting(db, ben))).due).toEqual([]);
  });
});

test('what is sent to them afterwards is refused with who wrote it down and when', async () => {
  const { db, ben, dana, stop } = await setUp();
  await stop();
  const log = (outcome: 'no_answer' | 'they_got_in_touch') =>
    logTouch(acting(db, ben), { prospectId: dana.id, channel: 'call', outcome });

  await expect(log('no_answer')).rejects.toThrow('They asked us to stop on 17 Nov (Ana Silva).');
  expect((await log('they_got_in_touch')).prospect.standing.status).toBe('stopped');
});

describe('an import afterwards', () => {
  test.each([
    ['their e-mail', 'Somebody,dana@acme.example,', 'stopped'],
    ['their phone and name, written as at home', 'Dana Reyes,,(512) 555-0142', 'stopped'],
    ['their phone under another name', 'Eli Reyes,,512-555-0142', 'held'],
    ['another person', 'Tom Okafor,tom@birch.example,', 'new'],
  ])('with %s', async (_what, row, result) => {
    const { stop, importRow } = await setUp({ phone: '512 555 0142' });
    await stop();

    expect(await importRow(row)).toBe(result);
  });

  test('refuses what is known of them from another entry only', async () => {
    const { db, ben, stop, importRow } = await setUp();
    const elsewhere = { email: 'dana@acme.example', phone: '+1 512 555 0199' };
    await createProspect(db, ben, { name: 'D. Reyes', phoneKey: '+15125550199', ...elsewhere });
    await stop();

    expect(await importRow('D. Reyes,,+1 512 555 0199')).toBe('stopped');
    expect(await importRow('Eli Reyes,,+1 512 555 0199')).toBe('held');
  });

  test('takes them again once the stop was undone', async () => {
    const { db, ana, stop, importRow } = await setUp();
    const { touch } = await stop();
    await undoTouch(acting(db, ana), { touchId: touch.id });

    expect(await importRow('Dana,dana@acme.example,')).not.toBe('stopped');
  });
});

test.each([
  ['e-mail', { name: 'Dana', email: 'Dana@acme.example', phone: null }, 'email'],
  ['phone and name', { name: 'Dana Reyes', email: null, phone: PHONE.phone }, 'phone'],
])('adding them anew by %s is refused', async (_what, person, field) => {
  const { db, ben, stop } = await setUp();
  await stop();

  const added = addProspect(acting(db, ben), { company: null, ...person });

  await expect(added).rejects.toMatchObject({ code: 'invalid', field });
  await expect(added).rejects.toThrow('They asked us to stop on 17 Nov (Ana Silva).');
});

function lost() {
  return {
    status: 'lost' as const,
    nextOn: null,
    nextAction: null,
    nextChannel: null,
    nextRule: null,
  };
}
