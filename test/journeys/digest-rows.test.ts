import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
type Change = Parameters<Awaited<ReturnType<typeof wake>>['ana']['has']>[0];

async function wake(...prospects: Record<string, unknown>[]) {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  for (const prospect of prospects) await ana.has(prospect as Change);
  await story.moveTo('2026-11-17T08:30');
  return { story, ana };
}

const promised = { promised: true, nextRule: { kind: 'agreed' } };
const tom = { name: 'Tom Okafor', company: 'Birch' };

describe('a touch from the menu', () => {
  test('is logged at once, and the row says what became of it', async () => {
    const { ana } = await wake({}, tom);

    await ana.chooses('Dana Reyes', 'No answer');

    const digest = await ana.reads();
    expect(digest).toContain('Tue 17 Nov. 1 of 2 done.');
    expect(digest).toContain(
      'Dana Reyes, Acme. Logged: call, no answer.\nNext: call again Thu 19 Nov. [Undo]',
    );
    expect(digest).toContain('Tom Okafor, Birch. Due today');
    expect(await ana.modal()).toBeNull();
    expect(await ana.sees()).toHaveLength(1);
  });

  test('left a message goes out the way the next step named', async () => {
    const { ana } = await wake({ nextChannel: 'email', email: 'dana@acme.example' });

    await ana.chooses('Dana Reyes', 'Left or sent a message');
    await ana.types('/followup show dana');

    expect(await ana.reads()).toContain('Tue 17 Nov: email sent. You');
  });

  test('nobody answered a call, also where an e-mail was planned', async () => {
    const { ana } = await wake({ nextChannel: 'email', email: 'dana@acme.example' });

    await ana.chooses('Dana Reyes', 'No answer');

    expect(await ana.row('Dana Reyes')).toContain('Logged: call, no answer.');
  });

  test('is undone on the row, which is due again', async () => {
    const { ana } = await wake({}, tom);
    await ana.chooses('Dana Reyes', 'No answer');

    await ana.presses('Undo');

    expect(await ana.reads()).toContain('Tue 17 Nov. 2 today.');
    expect(await ana.reads()).toContain('Dana Reyes, Acme. Due today');
    expect(await ana.sees()).toHaveLength(1);
  });

  test.each([
    ['We spoke…', 'We spoke or met', {}],
    ['More…', '', { 'What happened': 'Yes' }],
  ])('%s opens the form, and submitting redraws the row', async (entry, preset, entries) => {
    const { ana } = await wake({}, tom);

    await ana.chooses('Dana Reyes', entry);
    const chosen = await ana.finds('Prospect');
    const outcome = await ana.finds('What happened');
    await ana.submits(entries);

    expect([chosen, outcome]).toEqual(['Dana Reyes, Acme', preset]);
    expect(await ana.row('Dana Reyes')).toContain('Dana Reyes, Acme. Logged: ');
    expect(await ana.reads()).toContain('1 of 2 done.');
    expect(await ana.sees()).toHaveLength(1);
  });
});

describe('a snooze', () => {
  test.each([
    ['Tomorrow', 'Wed 18 Nov'],
    ['In 3 working days', 'Fri 20 Nov'],
  ])('%s comes back on %s', async (entry, day) => {
    const { ana } = await wake({}, tom);

    await ana.chooses('Dana Reyes', entry);

    expect(await ana.row('Dana Reyes')).toBe(
      `Dana Reyes, Acme. Snoozed.\nNext: call again ${day}.`,
    );
  });

  test('to a picked day comes back on that day, and wrong days are refused at the field', async () => {
    const { ana } = await wake({}, tom);

    await ana.chooses('Dana Reyes', 'Pick a date…');
    const form = await ana.modal();
    const today = await ana.submits({ 'New date': '2026-11-17' });
    const far = await ana.submits({ 'New date': '2026-12-18' });
    const good = await ana.submits({ 'New date': '2026-11-25' });

    expect(form?.text).toContain('Dana Reyes, Acme\nWhen should they come back?');
    expect(today).toEqual({ 'New date': 'Choose a day after today.' });
    expect(far['New date']).toContain('Snoozing goes 30 days at most.');
    expect(good).toEqual({});
    expect(await ana.row('Dana Reyes')).toContain('Next: call again Wed 25 Nov');
  });

  test.each([
    ['Yes: it stays a promise, for the new date', 'Next Wed 18 Nov, promised: '],
    ['No: it counts as a promise not kept', 'Next Wed 18 Nov (snoozed): '],
  ])('of a promise asks whether it was agreed (%s)', async (answer, said) => {
    const { ana } = await wake(promised, tom);

    await ana.chooses('Dana Reyes', 'Tomorrow');
    const form = await ana.modal();
    const day = await ana.finds('New date');
    const untouched = await ana.row('Dana Reyes');
    await ana.submits({ 'Agreed with them': answer });
    const row = await ana.row('Dana Reyes');
    await ana.types('/followup show dana');

    expect(form?.text).toContain('Dana Reyes, Acme\nYou promised them a date.');
    expect(day).toBe('2026-11-18');
    expect(untouched).toContain('Promised today');
    expect(row).toContain('Dana Reyes, Acme. Snoozed');
    expect(await ana.reads()).toContain(said);
  });
});

describe('a revisit', () => {
  const won = {
    status: 'won',
    revisitOn: '2026-11-17',
    nextOn: null,
    nextAction: null,
    nextChannel: null,
    nextRule: null,
  };

  test.each([
    ['Re-open', 'Dana Reyes, Acme. Due today\nAsk again, as they wanted. [Log Dana ▾]'],
    ['Later, in 30 days', 'Dana Reyes, Acme. Put off.\nWon. Check in on Thu 17 Dec.'],
    ['Drop, no more reminders', 'Dana Reyes, Acme. Dropped.\nWon.'],
  ])('%s says what became of it', async (entry, said) => {
    const { ana } = await wake(won, tom);

    await ana.chooses('Dana Reyes', entry);

    expect(await ana.row('Dana Reyes')).toBe(said);
  });
});

test('done rows fold away and the next move up', async () => {
  const names = Array.from({ length: 14 }, (_, i) => ({
    name: `Person ${String(i + 1).padStart(2, '0')}`,
  }));
  const { ana } = await wake(...names);
  const before = await ana.reads();
  const first = [...before.matchAll(/Person \d\d(?=, Acme)/g)].map(([name]) => name);

  for (const name of first.slice(0, 5)) await ana.chooses(name, 'No answer');

  const after = await ana.reads();
  expect(first).toHaveLength(10);
  expect(before).toContain('And 4 more: open the list.');
  expect(after).toContain('5 of 14 done.');
  expect(after.match(/Due today/g)).toHaveLength(9);
  expect(after.match(/Logged: call, no answer/g)).toHaveLength(3);
  expect(after).not.toContain('more: open the list');
});

test('a touch by somebody else is named on the row', async () => {
  const { story, ana } = await wake({}, tom);
  const ben = await story.rep('Ben Okoro');

  await ben.types('/followup log dana');
  await ben.submits({ 'What happened': 'No answer' });

  expect(await ana.row('Dana Reyes')).toBe(
    'Dana Reyes, Acme. Logged by Ben Okoro: call, no answer.\nNext: call again Thu 19 Nov.',
  );
});
