import { describe, expect, test } from 'vitest';
import { logTouch } from '../../src/services/log-touch.ts';
import { useDatabase } from '../support/database.ts';
import type { Entries } from '../support/fill-form.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();

async function openDesk(at = '2026-11-17T10:00') {
  const story = await openStory(database, { at });
  return { story, ana: await story.rep('Ana Silva') };
}

test.each<[string, [told: string, next: string], Entries]>([
  ['Left or sent a message', ['call, left a message', 'Next: call again Thu 19 Nov'], {}],
  ['We spoke or met', ['call, we spoke', 'Next: carry on the conversation Fri 20 Nov'], {}],
  ['They got in touch', ['they called', 'Next: carry on the conversation Fri 20 Nov'], {}],
  [
    'They missed our appointment',
    ['they missed our call', 'Next: say sorry we missed each other Wed 18 Nov'],
    {},
  ],
  [
    'Not now, later',
    [
      'call, not now',
      'Next: ask again, as they wanted, Mon 11 Jan 2027 (the date they named: a promise).',
    ],
    { 'Date they named': '2027-01-11' },
  ],
  ['Wrong contact', ['call, wrong contact', 'Next: find another way in Fri 20 Nov'], {}],
  ['Yes', ['call, yes', 'Won. Check in on Tue 1 Dec.'], {}],
  ['No', ['call, no', 'Lost. Out of every list.'], { Reason: 'Price' }],
  [
    'No',
    ['call, no', 'Lost. Ask again on Mon 1 Mar 2027.'],
    { Reason: 'Timing', 'Ask again on': '2027-03-01' },
  ],
  [
    'Asked us to stop',
    ['call, asked us to stop', 'Out of every digest, list and proposal, at once.'],
    {},
  ],
])('%s is answered with: %s', async (outcome, [told, next], more) => {
  const { ana } = await openDesk();
  await ana.has();
  await ana.types('/followup log dana');

  const errors = await ana.submits({ 'What happened': outcome, ...more });

  expect(errors).toEqual({});
  const answer = await ana.reads();
  expect(answer).toContain(`Logged: ${told}. Dana Reyes, Acme`);
  expect(answer).toContain(next);
});

describe('a promise', () => {
  const promise = (nextOn: string) => ({
    nextOn,
    promised: true,
    nextRule: { kind: 'agreed' as const },
    nextAction: 'continue' as const,
  });

  test.each([
    ['2026-11-17', 'Promise kept.'],
    ['2026-11-19', 'The promise for Thu 19 Nov stays. Give a new date to change it.'],
    ['2026-11-13', 'The promise was for Fri 13 Nov: it counts as missed.'],
  ])('for %s is answered on 17 Nov with: %s', async (nextOn, said) => {
    const { ana } = await openDesk();
    await ana.has(promise(nextOn));
    await ana.types('/followup log dana');

    await ana.submits({ 'What happened': 'No answer' });

    expect(await ana.reads()).toContain(said);
  });

  test('is made by an agreed date, with its time', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup log dana');

    await ana.submits({
      'What happened': 'We spoke or met',
      'Next step': 'Send pricing',
      'Next date': '2026-11-19',
      Promise: 'Agreed with them',
      Time: '10:00',
    });

    expect(await ana.reads()).toContain(
      'Next: Send pricing, Thu 19 Nov, 10:00 (agreed with them: a promise).',
    );
  });
});

test('a day off moves to the next working day, and the answer says so', async () => {
  const { ana } = await openDesk();
  await ana.has();
  await ana.types('/followup log dana');

  await ana.submits({ 'What happened': 'We spoke or met', 'Next date': '2026-11-21' });

  expect(await ana.reads()).toContain('Next: carry on the conversation Mon 23 Nov');
  expect(await ana.reads()).toContain('Sat 21 Nov is a day off: moved to Mon 23 Nov.');
});

test('a promise on a day off stays on it, and the answer warns of that', async () => {
  const { ana } = await openDesk();
  await ana.has();
  await ana.types('/followup log dana');

  const spoke = { 'What happened': 'We spoke or met', Promise: 'Agreed with them' };
  await ana.submits({ ...spoke, 'Next date': '2026-11-21' });

  expect(await ana.reads()).toContain('Sat 21 Nov (agreed with them: a promise).');
  expect(await ana.reads()).toContain('Sat 21 Nov is a day off. The promise stays on it.');
});

test('the proposal counts from the day it happened, and by the interest chosen', async () => {
  const { ana } = await openDesk();
  await ana.has();
  await ana.types('/followup log dana');

  await ana.fills({ When: '2026-11-16', Interest: 'Hot', 'What happened': 'We spoke or met' });

  expect((await ana.modal())?.text).toContain('Proposed: carry on the conversation Wed 18 Nov');
});

test('somebody who just reached out is named before and after', async () => {
  const { story, ana } = await openDesk();
  const ben = await story.rep('Ben Okoro');
  const dana = await ben.has();
  const yesterday = { ...ben.ctx(), now: new Date('2026-11-16T14:00:00Z') };
  await logTouch(yesterday, { prospectId: dana.id, channel: 'call', outcome: 'no_answer' });
  await ana.types('/followup log dana');

  await ana.fills({ 'What happened': 'No answer' });
  const form = await ana.modal();
  await ana.submits({});

  expect(form?.text).toContain('Ben Okoro called yesterday. Better from Wed 18 Nov.');
  expect(await ana.reads()).toContain(
    'Ben Okoro already reached out yesterday, so this does not score. Better from Wed 18 Nov.',
  );
});

describe('the answer', () => {
  test('undoes the touch', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'Yes' });

    await ana.presses('Undo');
    const undone = await ana.reads();
    await ana.types('/followup show dana');

    expect(undone).toBe(
      'Undone: call, yes. Dana Reyes, Acme.\nStands as before: call again Tue 17 Nov.',
    );
    expect(await ana.reads()).toContain('Nothing logged yet.');
    expect(await ana.reads()).toContain('Open, no contact yet, owner you.');
  });

  test('changes the touch and keeps all that was entered', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup log dana');
    await ana.submits({
      'What happened': 'We spoke or met',
      How: 'Meeting',
      'Next step': 'Send pricing',
      'Next date': '2026-11-19',
      Promise: 'Agreed with them',
      Time: '10:00',
      Note: 'Wants priecs.',
      Interest: 'Hot',
    });

    await ana.presses('Change');
    const form = await ana.modal();
    await ana.submits({ Note: 'Wants prices.' });
    const answer = await ana.reads();
    await ana.types('/followup show dana');

    expect(form?.title).toBe('Change a touch');
    expect(answer).toContain(
      'Next: Send pricing, Thu 19 Nov, 10:00 (agreed with them: a promise).',
    );
    expect(await ana.reads()).toContain('Wants prices.');
    expect(await ana.reads()).not.toContain('priecs');
    expect(await ana.reads()).toContain('Open, contact 1, owner you, hot.');
  });

  test('changes a No and keeps its reason, lesson and day', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup log dana');
    await ana.submits({
      'What happened': 'No',
      Reason: 'Price',
      'What did we learn': 'Ask about budget first.',
      'Ask again on': '2027-03-01',
    });

    await ana.presses('Change');
    const errors = await ana.submits({ Note: 'By phone.' });
    await ana.types('/followup show dana');

    expect(errors).toEqual({});
    expect(await ana.reads()).toContain('call, no (price), edited. You');
    expect(await ana.reads()).toContain('Ask about budget first.');
    expect(await ana.reads()).toContain('Look again on Mon 1 Mar 2027.');
  });

  test('goes on to the next one', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.has({ name: 'Tom Okafor', company: 'Birch', nextOn: '2026-11-18' });
    await ana.has({ name: 'Mia Lund', company: 'Nordic' });
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });

    await ana.presses('Next: Mia Lund');
    const chosen = await ana.finds('Prospect');
    await ana.submits({ 'What happened': 'No answer' });

    expect(chosen).toBe('Mia Lund, Nordic');
    expect(await ana.reads()).toContain('Mia Lund, Nordic, contact 1.');
    expect(await ana.reads()).not.toContain('[Next:');
  });
});
