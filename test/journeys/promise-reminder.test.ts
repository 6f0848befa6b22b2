import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, reps } from '../../src/db/schema.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createHoliday } from '../support/factories.ts';
import { openStory, type Story } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const CALL = { 'What happened': 'We spoke or met', 'Next step': 'Send pricing' };
const AT_TEN = { 'Next date': '2026-11-17', Time: '10:00', Promise: 'Agreed with them' };

/** Ana agreed on Monday to call Dana on Tuesday at 10:00. */
async function promise(entries: Record<string, string> = {}) {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const dana = await ana.has({ phone: '+1 512 555 0142' });
  await ana.types('/followup log dana');
  const points = { 'Two points from their side': 'budget in Jan\nneeds SSO' };
  await ana.submits({ ...CALL, ...AT_TEN, ...points, ...entries });
  const read = async () => (await ana.sees()).filter((text) => /, (in \d+ minute|now)/.test(text));
  return { story, ana, dana, read };
}

async function ledgerOf(story: Story) {
  const { workspaceId } = story.ctx();
  const { kind, state, reason } = deliveries;
  return database.db
    .select({ state, reason })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(kind, 'promise_reminder')));
}

test('comes 15 minutes before, with the points, the number and a button to log', async () => {
  const { story, ana, read } = await promise();

  await story.moveTo('2026-11-17T09:44');
  const early = await read();
  await story.moveTo('2026-11-17T09:45');
  await story.moveTo('2026-11-17T09:50');
  await ana.presses('Log', { row: 'in 15 minutes' });

  expect(early).toEqual([]);
  expect(await read()).toEqual([
    `10:00, in 15 minutes: Dana Reyes, Acme.
Send pricing. +1 512 555 0142
Points: budget in Jan; needs SSO [Log]
[No answer: Dana Reyes]`,
  ]);
  expect(await ana.finds('Prospect')).toBe('Dana Reyes, Acme');
});

test('says how long it still is when it goes out late, and not after the promise', async () => {
  const { story, read } = await promise();
  await story.moveTo('2026-11-17T09:57');

  expect((await read())[0]).toContain('10:00, in 3 minutes: Dana Reyes');
});

test('is given up shortly after the time of the promise', async () => {
  const { story, read } = await promise();
  await story.moveTo('2026-11-17T10:06');

  expect(await read()).toEqual([]);
  expect(await ledgerOf(story)).toMatchObject([{ state: 'expired' }]);
});

test('a promise that was moved is reminded of at its new time alone', async () => {
  const { story, ana, read } = await promise();
  await ana.presses('Change');
  await ana.submits({ Time: '11:00' });

  await story.moveTo('2026-11-17T09:45');
  const old = await read();
  await story.moveTo('2026-11-17T10:45');

  expect(old).toEqual([]);
  expect((await read()).map((text) => text.slice(0, 21))).toEqual(['11:00, in 15 minutes:']);
  expect(await ledgerOf(story)).toContainEqual({ state: 'skipped', reason: 'changed' });
});

test('a promise kept before, or snoozed, is reminded of no more', async () => {
  const kept = await promise();
  const { story } = kept;
  await kept.ana.types('/followup log dana');
  await kept.ana.submits({ ...CALL, 'Next date': '2026-11-20' });
  await story.moveTo('2026-11-17T09:45');

  const put = await promise();
  const to = { on: '2026-11-18' };
  const { id: prospectId } = put.dana;
  await snoozeProspect(put.ana.ctx(), { prospectId, version: 2, to, agreed: true });
  await put.story.moveTo('2026-11-17T09:45');

  expect([await kept.read(), await put.read()]).toEqual([[], []]);
});

test('one that is undone stands no more; put back, it is reminded of once', async () => {
  const { story, ana, read } = await promise();
  await ana.types('/followup log dana');
  await ana.submits({ ...CALL, 'Next date': '2026-11-20' });

  await ana.presses('Undo');
  await story.moveTo('2026-11-17T09:45');

  expect(await read()).toHaveLength(1);
});

test('comes on a Saturday and a holiday, and not on leave', async () => {
  const saturday = await promise({ 'Next date': '2026-11-21' });
  await saturday.story.moveTo('2026-11-21T09:45');

  const holiday = await promise();
  const { rep } = holiday.ana;
  await createHoliday(database.db, { ...holiday.story.ctx(), ...rep }, '2026-11-17');
  await holiday.story.moveTo('2026-11-17T09:45');

  const leave = await promise();
  const key = { ...leave.story.ctx(), id: leave.ana.rep.id };
  await createAbsence(database.db, key, { fromOn: '2026-11-17', toOn: '2026-11-18' });
  await leave.story.moveTo('2026-11-17T09:45');

  expect(await saturday.read()).toHaveLength(1);
  expect(await holiday.read()).toHaveLength(1);
  expect(await leave.read()).toEqual([]);
  expect(await ledgerOf(leave.story)).toEqual([{ state: 'skipped', reason: 'away' }]);
});

test('a rep who switched reminders off gets none', async () => {
  const { story, ana, read } = await promise();
  await database.db.update(reps).set({ remindsPromises: false }).where(eq(reps.id, ana.rep.id));

  await story.moveTo('2026-11-17T09:45');

  expect(await read()).toEqual([]);
  expect(await ledgerOf(story)).toEqual([{ state: 'skipped', reason: 'switched_off' }]);
});

test('a promise a colleague made goes to its owner, at once when it is close', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  await ana.has();
  await ben.types('/followup log dana');
  await ben.submits({ ...CALL, ...AT_TEN, 'Next date': '2026-11-16', Time: '12:10' });

  await story.moveTo('2026-11-16T12:02');

  expect(await ana.reads()).toContain('12:10, in 8 minutes: Dana Reyes, Acme.');
  expect(await ben.sees()).toHaveLength(1);
});

test('two servers remind once', async () => {
  const { story, read } = await promise();
  const other = await story.startAnother();
  story.clock.set('2026-11-17T09:45');

  await Promise.all([story.app.sweep(), other.sweep(), story.app.sweep(), other.sweep()]);

  expect(await read()).toHaveLength(1);
});
