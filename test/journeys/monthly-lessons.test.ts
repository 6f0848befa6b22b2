import { expect, test } from 'vitest';
import { logTouch } from '../../src/services/log-touch.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';
import { readLedger } from '../support/ledger.ts';

const database = useDatabase();

test('the team reads last month’s lessons once, on the first working day', async () => {
  const story = await openStory(database, { at: '2026-11-27T10:00' });
  const ana = await story.rep('Ana Silva');
  for (const [name, lesson] of [
    ['Dana Reyes', 'Ask for the budget first.'],
    ['Tom Okafor', 'Tom had no say.'],
  ] as const) {
    const { id } = await ana.has({ name });
    const no = { channel: 'call', outcome: 'no', noReason: 'price' } as const;
    await logTouch(ana.ctx(), { ...no, prospectId: id, lesson });
  }

  await story.moveTo('2026-12-01T09:31');
  await story.moveTo('2026-12-02T09:31');

  const lessons = (await ana.sees(story.sales)).filter((text) => text.includes('What we learned'));
  expect(lessons).toHaveLength(1);
  expect(lessons[0]).toContain('What we learned in November 2026');
  expect(lessons[0]).toContain('Price: Ask for the budget first.');
  expect(lessons[0]).toContain('1 more lesson names a prospect; ask its owner.');
  expect(lessons[0]).not.toContain('Tom');
  const ledger = await readLedger(database.db, story.ctx().workspaceId, 'monthly_lessons');
  expect(ledger.map((row) => [row.occurrenceKey, row.state, row.reason])).toEqual([
    ['2026-12-01', 'sent', null],
    ['2026-12-02', 'skipped', 'empty'],
  ]);
});
