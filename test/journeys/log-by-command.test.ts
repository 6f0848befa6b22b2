import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const TUESDAY = { at: '2026-11-17T10:00' };

test('one match is chosen, and the answer says what comes next', async () => {
  const story = await openStory(database, TUESDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has({ phone: '+1 512 555 0142' });

  await ana.types('/followup log dana');
  const form = await ana.modal();
  const chosen = await ana.finds('Prospect');
  const errors = await ana.submits({ 'What happened': 'No answer' });

  expect(form?.title).toBe('Log a touch');
  expect(chosen).toBe('Dana Reyes, Acme');
  expect(errors).toEqual({});
  expect(await ana.modal()).toBeNull();
  expect(await ana.reads()).toBe(
    [
      'Logged: call, no answer. Dana Reyes, Acme, contact 1.',
      'Next: Call again Thu 19 Nov (1 unanswered in a row: wait 2 working days).',
      '[Change] [Undo]',
    ].join('\n'),
  );
});
