import { describe, expect, test } from 'vitest';
import { logTouch } from '../../src/services/log-touch.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const TUESDAY = { at: '2026-11-17T10:00' };

async function openDesk() {
  const story = await openStory(database, TUESDAY);
  return { story, ana: await story.rep('Ana Silva') };
}

test('one match is chosen, and the answer says what comes next', async () => {
  const { ana } = await openDesk();
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
      'Next: call again Thu 19 Nov (1 unanswered in a row: wait 2 working days).',
      '[Change] [Undo]',
    ].join('\n'),
  );
});

test.each([
  ['a name alone is no note', '/followup log dana reyes', ''],
  ['nor is a new one', '/followup log Kim Park', ''],
  ['what else was said is', '/followup log dana asked for a demo', 'asked for a demo'],
])('%s', async (_what, command, note) => {
  const { ana } = await openDesk();
  await ana.has();

  await ana.types(command);

  expect(await ana.finds('Note')).toBe(note);
});

test('of several matches none is chosen, and they come first in the search', async () => {
  const { ana } = await openDesk();
  await ana.has();
  await ana.has({ name: 'Dana Wu', company: 'Birch' });

  await ana.types('/followup log dana');
  const chosen = await ana.finds('Prospect');
  await ana.fills({ Prospect: 'Dana Wu, Birch', 'What happened': 'We spoke or met' });
  const advised = await ana.modal();
  await ana.submits();

  expect(chosen).toBe('');
  expect(advised?.text).toContain(
    'Proposed: carry on the conversation Fri 20 Nov (after a conversation: 3 working days).',
  );
  expect(await ana.reads()).toContain('Logged: call, we spoke. Dana Wu, Birch, contact 1.');
});

test('the search says below a name that a colleague just reached out', async () => {
  const { story, ana } = await openDesk();
  const dana = await ana.has();
  const ben = await story.rep('Ben Okoro');
  const call = { prospectId: dana.id, channel: 'call', outcome: 'no_answer' } as const;
  await logTouch(ben.ctx(), { ...call, touchedOn: '2026-11-16' });
  await ana.types('/followup log');
  const on = { kind: 'modal' as const, viewId: (await ana.modal())?.id ?? '' };
  const field = { on, blockId: 'prospect', actionId: 'log_touch.prospect' };

  const answer = await story.slack.control.suggest({ as: ana.id, ...field, query: 'dana' });

  const { options } = answer as { options: { description?: { text: string } }[] };
  expect(options[0]?.description?.text).toBe('Ben Okoro called yesterday. Better from Wed 18 Nov.');
});

test('somebody new is added inside the form', async () => {
  const { ana } = await openDesk();

  await ana.types('/followup log Tom Okafor');
  await ana.fills({ Prospect: 'Add “Tom Okafor”', 'What happened': 'No answer' });
  const form = await ana.modal();
  const name = await ana.finds('Name');
  await ana.submits({ Company: 'Birch', Email: 'tom@birch.example' });

  expect(form?.fields.slice(0, 11)).toEqual([
    ...['Prospect', 'Name', 'What happened', 'How', 'Next step', 'Next date', 'Promise', 'Time'],
    ...['Company', 'Email', 'Phone'],
  ]);
  expect(name).toBe('Tom Okafor');
  expect(form?.text).toContain(
    'Proposed: call again Thu 19 Nov (1 unanswered in a row: wait 2 working days).',
  );
  expect(await ana.reads()).toContain('Logged: call, no answer. Tom Okafor, Birch, contact 1.');
});

describe('somebody who may be here already', () => {
  async function askAboutDana() {
    const { story, ana } = await openDesk();
    const ben = await story.rep('Ben Okoro');
    await ben.has({ email: 'dana@acme.example' });
    await ana.types('/followup log');
    const entries = { Prospect: 'Add “D. Reyes”', 'What happened': 'We spoke or met' };
    await ana.submits({ ...entries, Email: 'DANA@acme.example', Note: 'Wants a demo.' });
    return ana;
  }

  test('is asked about before anything is saved, and the typed text stays', async () => {
    const ana = await askAboutDana();

    const form = await ana.modal();
    const errors = await ana.submits({
      'Somebody like that is here already. Nothing is saved yet.': 'Use Dana Reyes, Acme',
    });
    await ana.types('/followup show dana');

    expect(form?.text).toContain('Somebody like that is here already. Nothing is saved yet.');
    expect(errors).toEqual({});
    expect(await ana.reads()).toContain('Tue 17 Nov: call, we spoke. You\nNote: Wants a demo.');
    expect(await ana.reads()).toContain('owner Ben Okoro');
  });

  test('is added anyway when they are not the same', async () => {
    const ana = await askAboutDana();

    await ana.submits({
      'Somebody like that is here already. Nothing is saved yet.': 'Add anyway',
    });

    expect(await ana.reads()).toContain('Logged: call, we spoke. D. Reyes, contact 1.');
  });
});

describe('a wrong field', () => {
  test.each([
    ['Next date', 'That day is past. Choose today or a later day.', { 'Next date': '2026-11-16' }],
    ['Next date', 'Agreed for which day? Choose the next date.', { Promise: 'Agreed with them' }],
    ['Next date', 'A time needs its day. Choose the next date too.', { Time: '10:00' }],
    ['When', 'That day is still to come. Choose today or an earlier day.', { When: '2026-11-18' }],
    ['When', 'Choose a day within the last 30 days.', { When: '2026-10-17' }],
    [
      'Note',
      'This text holds a NUL character. Remove it and try again.',
      { Note: 'Asked for\0prices' },
    ],
  ])('%s says: %s', async (field, sentence, wrong) => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup log dana');

    const entries = { 'What happened': 'We spoke or met', Note: 'Asked for prices', ...wrong };
    const errors = await ana.submits(entries);
    const mended = await ana.submits({
      'Next date': '2026-11-19',
      When: '2026-11-17',
      Note: 'Asked for prices',
    });
    await ana.types('/followup show dana');

    expect(errors).toEqual({ [field]: sentence });
    expect(mended).toEqual({});
    expect(await ana.reads()).toContain('Tue 17 Nov: call, we spoke. You');
    expect(await ana.reads()).toContain('Asked for prices');
  });

  test.each([
    ['Not now, later', 'Date they named'],
    ['No', 'Reason'],
  ])('%s without its %s is asked for at that field', async (outcome, field) => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup log dana');

    const errors = await ana.submits({ 'What happened': outcome });

    expect(Object.keys(errors)).toEqual([field]);
  });
});
