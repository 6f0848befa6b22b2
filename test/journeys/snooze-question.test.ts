import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type Actor, openStory } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
type Change = Parameters<Actor['has']>[0];

/** Ana's Tuesday with Dana, snoozed twice in a row, and Tom. */
async function wake(change: Change = {}) {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has({ snoozes: 2, phone: '+1 512 555 0142', ...change });
  await ana.has({ name: 'Tom Okafor', company: 'Birch' });
  await story.moveTo('2026-11-17T08:30');
  return { story, ana };
}

describe('the third snooze in a row', () => {
  test('asks what is in the way, and changes nothing yet', async () => {
    const { ana } = await wake();
    const drawn = async () => (await ana.messages()).at(-1)?.blocks[1]?.block_id;
    const before = await drawn();

    await ana.chooses('Dana Reyes', 'Tomorrow');

    // A row drawn anew shows Log again, not what was chosen.
    expect(await drawn()).not.toBe(before);
    const question = await ana.modal();
    expect(question?.title).toBe('What is in the way?');
    expect(question?.text).toBe(`Dana Reyes, Acme. Snooze 3 in a row, to Wed 18 Nov.
Managers see whoever is snoozed 3 times. A touch starts the count again.
They asked for later.
Their date becomes a promise. [Log it]
Waiting for us.
The next step becomes to chase it on Wed 18 Nov. [Chase it]
No time.
What is due is spread over days with room. [Make room]
Not worth chasing.
The chase ends, with the reason. [Log a No]
Or nurture: something useful in 21 days, and no calls. [Nurture]`);
    expect(await ana.row('Dana Reyes')).toContain('Due today');
  });

  test('is still a snooze when they want one', async () => {
    const { ana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.submits();
    await ana.types('/followup show dana');

    expect(await ana.modal()).toBeNull();
    expect(await ana.row('Snoozed.')).toContain('Next: call again Wed 18 Nov.');
    expect(await ana.reads()).toContain('snoozed 3 times');
  });

  test('comes after the day was picked as well', async () => {
    const { ana } = await wake();
    await ana.chooses('Dana Reyes', 'Pick a date…');

    await ana.submits({ 'New date': '2026-11-25' });
    const question = await ana.modal();
    await ana.submits();

    expect(question?.text).toContain('Snooze 3 in a row, to Wed 25 Nov.');
    expect(await ana.row('Dana Reyes')).toContain('Next: call again Wed 25 Nov.');
  });

  test.each([
    ['No: it counts as a promise not kept', 'What is in the way?'],
    ['Yes: it stays a promise, for the new date', undefined],
  ])('of a promise follows the answer whether it was agreed (%s)', async (answer, asked) => {
    const { ana } = await wake({ promised: true, nextRule: { kind: 'agreed' } });
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.submits({ 'Agreed with them': answer });

    expect((await ana.modal())?.title).toBe(asked);
  });

  test('is not the third when a touch came between', async () => {
    const { ana } = await wake();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer', 'Next date': '2026-11-18' });
    await ana.types('/followup show dana');

    expect(await ana.reads()).not.toContain('snoozed');
  });
});

describe('the answer', () => {
  test('they asked for later logs their date as a promise, and all windows close', async () => {
    const { ana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.presses('Log it', { where: 'modal' });
    const outcome = await ana.finds('What happened');
    await ana.submits({ 'Date they named': '2026-12-14' });
    await ana.types('/followup show dana');

    expect(outcome).toBe('Not now, later');
    expect(await ana.modal()).toBeNull();
    expect(await ana.reads()).toContain('Next Mon 14 Dec, promised: Ask again, as they wanted.');
    expect(await ana.reads()).not.toContain('snoozed');
  });

  test('waiting for us makes the next step a chase on the day of the snooze', async () => {
    const { ana } = await wake();
    await ana.chooses('Dana Reyes', 'In 3 working days');

    await ana.presses('Chase it', { where: 'modal' });
    const day = await ana.finds('On');
    await ana.submits({ 'Chase whom, or what?': 'legal for the contract' });

    expect(day).toBe('2026-11-20');
    expect(await ana.modal()).toBeNull();
    expect(await ana.row('Dana Reyes')).toBe(
      'Dana Reyes, Acme. Snoozed.\nNext: Chase legal for the contract, Fri 20 Nov.',
    );
  });

  test('no time simply snoozes while the days have room', async () => {
    const { ana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.presses('Make room', { where: 'modal' });

    expect((await ana.modal())?.text).toBe(
      'Dana Reyes, Acme. Snoozed. Your days have room, so nothing else has to move.\nNext: call again Wed 18 Nov.',
    );
    expect(await ana.row('Snoozed.')).toContain('Wed 18 Nov');
  });

  test('no time offers the spread on a day over pace', async () => {
    const { story, ana } = await wake();
    for (let i = 0; i < 20; i++) await ana.has({ name: `Person ${i}` });
    await story.moveTo('2026-11-17T08:31');
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.presses('Make room', { where: 'modal' });

    expect((await ana.modal())?.text).toContain('22 due, your pace is 15.');
  });

  test('a No ends the chase with its reason', async () => {
    const { ana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.presses('Log a No', { where: 'modal' });
    await ana.submits({ Reason: 'No need' });

    expect(await ana.modal()).toBeNull();
    expect(await ana.row('Dana Reyes')).toContain('Lost. Out of every list.');
  });

  test('nurture is one tap', async () => {
    const { ana } = await wake({ email: 'dana@acme.example' });
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await ana.presses('Nurture', { where: 'modal' });
    await ana.types('/followup show dana');

    expect((await ana.modal())?.text).toBe(
      'Dana Reyes, Acme. In nurture now.\nNext: send something useful Tue 8 Dec.',
    );
    expect(await ana.row('nurture')).toContain('Dana Reyes, Acme. Put in nurture.');
    expect(await ana.reads()).not.toContain('snoozed');
  });
});
