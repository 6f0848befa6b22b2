import { expect, test } from 'vitest';
import { spreadDay } from '../../src/services/spread-day.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };

/** Ana's Tuesday: a promise, and 31 whom nobody answered. */
async function wake(count = 31) {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has({ name: 'Pia Promise', promised: true, nextRule: { kind: 'agreed' } });
  for (let i = 0; i < count; i++) {
    const name = `Person ${String(i).padStart(2, '0')}`;
    await ana.has({ name, nextOn: '2026-11-16', createdAt: new Date(i) });
  }
  await story.moveTo('2026-11-17T08:30');
  return { story, ana };
}

test('over pace for days, the digest offers to spread, and shows first what that does', async () => {
  const { ana } = await wake();
  const before = await ana.reads();

  await ana.presses('Spread over 2 other days…');
  const preview = await ana.modal();
  await ana.submits();
  const answer = await ana.modal();

  expect(before).toContain(
    'Tue 17 Nov. 32 today, 1 promised.\n32 due, your pace is 15. [Spread over 2 other days…]',
  );
  expect(preview?.text).toBe(`32 due, your pace is 15.
17 would move to the next working days with room.
Today: 15 stay
Wed 18 Nov: 15
Thu 19 Nov: 2
Promises, conversations and dates you picked stay. Nothing is deleted, and for 24 hours it can be undone.`);
  expect(answer?.text).toContain('17 moved to Wed 18 Nov and Thu 19 Nov.');
  const digest = await ana.reads();
  expect(digest).toContain(
    'Tue 17 Nov. 15 today, 1 promised.\n17 moved to days with room, up to Thu 19 Nov. [Undo]',
  );
  expect(digest).toContain('And 5 more: open the list.');
  expect(digest).toContain('Tomorrow 15.');
  expect(await ana.sees()).toHaveLength(1);
});

test('the digest counts what is done of what stayed', async () => {
  const { ana } = await wake();
  await ana.presses('Spread over 2 other days…');
  await ana.submits();

  await ana.chooses('Person 00', 'No answer');

  expect(await ana.reads()).toContain('Tue 17 Nov. 1 of 15 done.\n17 moved to days with room');
});

test('undone in the window or in the digest, the rows are due again', async () => {
  const inWindow = (await wake()).ana;
  await inWindow.presses('Spread over 2 other days…');
  await inWindow.submits();
  await inWindow.presses('Undo', { where: 'modal' });

  const inDigest = (await wake()).ana;
  await inDigest.presses('Spread over 2 other days…');
  await inDigest.submits();
  await inDigest.presses('Undo', { row: 'moved to days with room' });

  expect((await inWindow.modal())?.text).toBe('17 are back on their day.');
  expect(await inWindow.reads()).toContain('32 today, 1 promised.');
  expect(await inDigest.reads()).toBe('17 are back on their day.');
  expect(await inDigest.row('32 today')).toContain('32 today, 1 promised.');
});

test('the offer is not made again the next morning of the week', async () => {
  const { story, ana } = await wake();

  await story.moveTo('2026-11-18T08:30');

  expect(await ana.reads()).toContain('Wed 18 Nov. 32 today.');
  expect(await ana.reads()).not.toContain('Spread');
});

test('a day a little over pace has no offer', async () => {
  const { ana } = await wake(19);

  expect(await ana.reads()).toContain('20 today');
  expect(await ana.reads()).not.toContain('your pace');
});

test('a preview that is out of date moves nothing twice', async () => {
  const { ana } = await wake();
  await ana.presses('Spread over 2 other days…');
  await spreadDay(ana.ctx());

  await ana.submits();

  expect((await ana.modal())?.text).toBe('Your day fits your pace already. Nothing was moved.');
  expect(await ana.reads()).toContain('15 today');
});
