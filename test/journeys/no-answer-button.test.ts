import { expect, test } from 'vitest';
import { listTouches } from '../../src/db/touches.ts';
import { useDatabase } from '../support/database.ts';
import { openStory, type Story } from '../support/journey.ts';
import { sendPayload } from '../support/signed.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const TOM = { name: 'Tom Okafor', company: 'Birch', nextChannel: 'call' as const };
const DANA = { nextOn: '2026-11-16', nextChannel: 'call' as const };

/** Ana is to call Dana, then Tom. */
async function wake(dana: object = {}) {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const first = await ana.has({ ...DANA, ...dana });
  const tom = await ana.has(TOM);
  await story.moveTo('2026-11-17T08:30');
  const touches = () => listTouches(database.db, { ...story.ctx(), prospectId: first.id });
  return { story, ana, dana: first, tom, touches };
}

/** What the app was sent last of this kind, as Slack sent it. */
async function lastSent(story: Story, title: string): Promise<unknown> {
  const traffic = await story.slack.control.traffic({});
  return traffic.findLast((one) => one.direction === 'to app' && one.title.includes(title))
    ?.request;
}

test('one tap logs the call, the row says so, and the button names the next one', async () => {
  const { ana, touches } = await wake();
  const before = await ana.reads();

  await ana.presses('No answer: Dana Reyes');

  expect(before).toContain('[No answer: Dana Reyes] [Open list]');
  expect(await ana.row('Dana Reyes')).toBe(
    'Dana Reyes, Acme. Logged: call, no answer.\nNext: call again Thu 19 Nov. [Undo]',
  );
  expect(await ana.reads()).toContain('[No answer: Tom Okafor] [Open list]');
  expect(await ana.sees()).toHaveLength(1);
  expect(await touches()).toMatchObject([{ channel: 'call', outcome: 'no_answer' }]);
});

test('undone on the row, the same one is to be called again, and can be logged again', async () => {
  const { ana, touches } = await wake();
  await ana.presses('No answer: Dana Reyes');

  await ana.presses('Undo');
  const undone = await ana.reads();
  await ana.presses('No answer: Dana Reyes');

  expect(undone).toContain('[No answer: Dana Reyes]');
  expect(await touches()).toHaveLength(1);
  expect(await ana.row('Dana Reyes')).toContain('Logged: call, no answer');
});

test('ten quick taps on one button log once, and nobody is told off', async () => {
  const { story, ana, touches } = await wake();
  const tap = await ana.pointsAtButton('No answer: Dana Reyes');

  await Promise.all(Array.from({ length: 10 }, () => story.slack.control.act(tap)));
  await story.app.settled();
  // What was tapped while the digest was being drawn reaches the bot late.
  const sent = JSON.stringify(await lastSent(story, 'block_actions'));
  const late = sent.replaceAll(/"action_ts":"[^"]+"/g, '"action_ts":"9.9"');
  await sendPayload(story.events, JSON.parse(late));
  await story.app.settled();

  expect(await touches()).toHaveLength(1);
  expect(await ana.sees()).toHaveLength(1);
  expect(await ana.reads()).toContain('[No answer: Tom Okafor]');
});

test('a button drawn before a colleague logged says so and logs nothing', async () => {
  const { story, ana, dana, tom, touches } = await wake();
  const ben = await story.rep('Ben Okoro');
  await ben.types('/followup log dana');
  await ben.submits({ 'What happened': 'We spoke or met' });

  await ana.presses('No answer: Tom Okafor');
  const sent = JSON.stringify(await lastSent(story, 'block_actions'));
  await sendPayload(story.events, JSON.parse(sent.replaceAll(tom.id, dana.id)));
  await story.app.settled();

  expect(await touches()).toMatchObject([{ outcome: 'spoke' }]);
  expect(await ana.reads()).toContain('This changed meanwhile.');
});

test('a value that says another deed still logs that nobody answered', async () => {
  const { story, ana, dana, tom, touches } = await wake({ nextOn: '2026-11-18' });
  await ana.presses('No answer: Tom Okafor');
  const sent = JSON.stringify(await lastSent(story, 'block_actions'));

  const forged = sent.replaceAll(`no_answer.${tom.id}`, `duplicate.${dana.id}`);
  await sendPayload(story.events, JSON.parse(forged));
  await story.app.settled();

  expect(forged).not.toBe(sent);
  expect(await touches()).toMatchObject([{ outcome: 'no_answer' }]);
});

test('a planned e-mail is nobody to call', async () => {
  const { ana } = await wake({ nextChannel: 'email', email: 'dana@acme.example' });

  expect(await ana.reads()).toContain('[No answer: Tom Okafor]');
});

test('beside an answer it logs the next one, and that answer stands below', async () => {
  const { ana } = await wake();
  await ana.types('Dana: called, no answer');
  const answer = await ana.reads();

  await ana.presses('No answer: Tom Okafor', { row: 'Next: Tom Okafor' });

  expect(answer).toContain('[Next: Tom Okafor] [No answer: Tom Okafor]');
  expect(await ana.sees()).toHaveLength(3);
  expect(await ana.reads()).toContain('Logged: call, no answer. Tom Okafor, Birch, contact 1.');
});

test('in the window that answers App Home it turns the window into the next answer', async () => {
  const { ana } = await wake();
  await ana.opensHome();
  await ana.chooses('Dana Reyes', 'No answer', 'home');

  await ana.presses('No answer: Tom Okafor', { where: 'modal' });

  expect((await ana.modal())?.text).toContain('Logged: call, no answer. Tom Okafor');
});

test('on a reminder the answer takes its place', async () => {
  const { story, ana, touches } = await wake();
  await ana.types('/followup log dana');
  const agreed = { Promise: 'Agreed with them', 'Next step': 'Send pricing' };
  await ana.submits({
    ...{ 'What happened': 'They got in touch', 'Next date': '2026-11-17', Time: '09:00' },
    ...agreed,
  });
  const morning = await ana.sees();
  await story.moveTo('2026-11-17T08:45');
  const reminder = await ana.reads();

  await ana.presses('No answer: Dana Reyes', { row: 'No answer: Dana' });

  expect(reminder).toContain('[No answer: Dana Reyes]');
  expect(await ana.sees()).toHaveLength(morning.length + 1);
  expect(await ana.reads()).toContain('Logged: call, no answer. Dana Reyes, Acme');
  expect(await touches()).toHaveLength(2);
});
