import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();

test('a morning over Socket Mode, without a public address', async () => {
  const story = await openStory(database, { at: '2026-11-16T12:00', socket: true });
  const ana = await story.rep('Ana Silva');
  await ana.has();
  await ana.has({ name: 'Tom Okafor', company: 'Birch' });

  await story.moveTo('2026-11-17T08:30');
  await ana.chooses('Dana Reyes', 'No answer');
  await ana.types('/followup log tom');
  const errors = await ana.submits({ 'What happened': 'No answer', 'Next date': '2026-11-16' });
  await ana.submits({ 'Next date': '2026-11-19' });
  const home = await ana.opensHome();

  expect(errors).toEqual({ 'Next date': 'That day is past. Choose today or a later day.' });
  expect(await ana.row('Tue 17 Nov.')).toContain('All done, 2 of 2.');
  expect(await ana.reads()).toContain('Logged: call, no answer. Tom Okafor, Birch, contact 1.');
  expect(home).toContain('You are clear.');
});
