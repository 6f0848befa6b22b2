import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reps } from '../../src/db/schema.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const THURSDAY = { at: '2026-11-19T12:00' };
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

test('the last digest before a weekend lists its promises, each with the same menu', async () => {
  const story = await openStory(database, THURSDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has({ nextOn: '2026-11-20' });
  await ana.has({ name: 'Sara Sat', nextOn: '2026-11-21', ...promised });

  await story.moveTo('2026-11-20T08:30');
  const before = await ana.reads();
  await ana.chooses('Dana Reyes', 'Tomorrow');
  await ana.chooses('Sara Sat', 'No answer');
  const tried = await ana.reads();
  await ana.chooses('Sara Sat', 'We spoke…');
  await ana.submits({ 'Next date': '2026-11-24' });

  expect(before).toContain('Fri 20 Nov. 1 today. 1 before you are back.');
  expect(before).toContain('Before you are back, Mon 23 Nov\nSara Sat, Acme. Promised Sat 21 Nov');
  expect(before).toContain('Mon 23 Nov: 1.');
  // A call that nobody answered leaves a promise for tomorrow standing.
  expect(tried).toContain('Fri 20 Nov. 0 of 2 done, 1 put off.');
  expect(tried).toContain('Sara Sat, Acme. Promised Sat 21 Nov\nCall again.');
  expect(tried).toContain('You called today. Better from Sat 21 Nov.');
  expect(await ana.reads()).toContain('Fri 20 Nov. Nothing left: 1 done, 1 put off.');
  expect(await ana.row('Sara Sat')).toContain('Logged: call, we spoke.');
});

test('a rep who wants to be told reads one line on a clear morning', async () => {
  const story = await openStory(database, THURSDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has({ nextOn: '2026-11-23' });
  await database.db.update(reps).set({ tellsWhenClear: true }).where(eq(reps.id, ana.rep.id));

  await story.moveTo('2026-11-20T08:30');

  expect(await ana.sees()).toEqual(['Fri 20 Nov. Nothing due. Mon 23 Nov: 1.']);
});
