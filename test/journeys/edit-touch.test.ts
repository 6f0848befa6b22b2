import { describe, expect, test } from 'vitest';
import { listTouches } from '../../src/db/touches.ts';
import { useDatabase } from '../support/database.ts';
import { openStory, type Story } from '../support/journey.ts';
import { sendPayload } from '../support/signed.ts';

const database = useDatabase();

async function openDesk(at = '2026-11-17T10:00') {
  const story = await openStory(database, { at });
  const ana = await story.rep('Ana Silva');
  return { story, ana, dana: await ana.has() };
}

/** The app was sent this; Slack may send it again. */
async function sendAgain(story: Story, title: string): Promise<string> {
  const traffic = await story.slack.control.traffic({});
  const sent = traffic.findLast(
    (entry) => entry.direction === 'to app' && entry.title.includes(title),
  );
  const answer = await (await sendPayload(story.events, sent?.request)).text();
  await story.app.settled();
  return answer;
}

describe('the answer to a change', () => {
  test('says what it was, and the digest row says what it is', async () => {
    const { story, ana } = await openDesk('2026-11-16T12:00');
    await story.moveTo('2026-11-17T08:30');
    await ana.chooses('Dana Reyes', 'No answer');
    await ana.types('/followup show dana');

    await ana.chooses('[Log a touch]', 'Tue 17 Nov: call, no answer');
    const form = await ana.modal();
    await ana.submits({ 'What happened': 'We spoke or met', Note: 'By phone.' });

    expect(form?.title).toBe('Change a touch');
    expect(await ana.reads()).toBe(
      [
        'Changed: call, we spoke. Dana Reyes, Acme, contact 1.',
        'It was: call, no answer.',
        'Note changed.',
        'Next: carry on the conversation Fri 20 Nov (after a conversation: 3 working days).',
        '[Change] [Undo]',
      ].join('\n'),
    );
    expect(await ana.row('Dana Reyes, Acme. Logged')).toContain('Logged: call, we spoke.');
    await ana.types('/followup show dana');
    expect(await ana.reads()).toContain('Tue 17 Nov: call, we spoke, edited. You');
  });

  test('takes the place of the answer to what was logged', async () => {
    const { ana } = await openDesk();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    const before = (await ana.sees()).length;

    await ana.presses('Change');
    await ana.submits({ 'What happened': 'We spoke or met' });

    expect(await ana.sees()).toHaveLength(before);
    expect((await ana.sees()).join('\n')).not.toContain('Logged: call, no answer.');
    expect(await ana.reads()).toContain('Changed: call, we spoke.');
  });

  test('to a sentence takes its place as well', async () => {
    const { ana } = await openDesk();
    await ana.types('Dana at Acme: called, no answer');
    expect(await ana.reads()).toContain('Logged: call, no answer.');
    const before = (await ana.sees()).length;

    await ana.presses('Change');
    await ana.submits({ 'What happened': 'We spoke or met' });

    expect(await ana.sees()).toHaveLength(before);
    expect(await ana.reads()).toContain('Changed: call, we spoke.');
  });

  test('keeps what was logged while the form is redrawn', async () => {
    const { story, ana } = await openDesk();
    await ana.types('/followup log dana');
    await ana.submits({
      ...{ 'What happened': 'No', Reason: 'Price', 'What did we learn': 'Ask early.' },
      ...{ 'Two points from their side': 'needs SSO', When: '2026-11-13', Interest: 'Warm' },
    });
    story.clock.set('2026-11-18T10:00');
    await ana.presses('Change');

    await ana.fills({ 'What happened': 'Yes' });
    await ana.submits({ 'What happened': 'No', Note: 'By phone.' });
    await ana.types('/followup show dana');

    expect(await ana.row('Changed')).toContain('Changed: call, no (price) on Fri 13 Nov.');
    expect(await ana.row('Changed')).toContain('\nNote changed.\nLost.');
    expect(await ana.reads()).toContain('Lost (price), contact 1, owner you, warm.');
    expect(await ana.reads()).toContain('needs SSO');
  });

  test('says when nothing changed', async () => {
    const { ana } = await openDesk();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });

    await ana.presses('Change');
    await ana.submits();

    expect(await ana.reads()).toContain('Nothing changed: call, no answer. Dana Reyes, Acme');
  });

  test('is one change and one answer when Slack sends the form again', async () => {
    const { story, ana, dana } = await openDesk();
    await ana.shortcut('log_touch_global');
    await ana.submits({ Prospect: 'Dana Reyes, Acme', 'What happened': 'No answer' });
    await ana.presses('Change', { where: 'modal' });
    await ana.submits({ 'What happened': 'Yes' });
    const first = await ana.modal();

    const again = await sendAgain(story, 'view_submission');

    expect(first?.title).toBe('Change a touch');
    expect(first?.text).toContain('Changed: call, yes. Dana Reyes, Acme, contact 1.');
    expect(again).toContain('It was: call, no answer.');
    const touches = await listTouches(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(touches).toMatchObject([{ outcome: 'yes' }]);
  });

  test('moves a touch that was logged with the wrong person', async () => {
    const { ana } = await openDesk();
    await ana.has({ name: 'Tom Okafor', company: 'Birch' });
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });

    await ana.presses('Change');
    await ana.submits({ Prospect: 'Tom Okafor, Birch' });
    const answer = await ana.reads();
    await ana.types('/followup show dana');

    expect(answer).toContain('Logged: call, no answer. Tom Okafor, Birch, contact 1.');
    expect(await ana.reads()).toContain('Nothing logged yet.');
  });
});

describe('a touch with something after it', () => {
  async function openCard() {
    const desk = await openDesk('2026-11-16T10:00');
    await desk.ana.types('/followup log dana');
    await desk.ana.submits({ 'What happened': 'No answer' });
    desk.story.clock.set('2026-11-17T10:00');
    await desk.ana.types('/followup log dana');
    await desk.ana.submits({ 'What happened': 'We spoke or met' });
    await desk.ana.types('/followup show dana');
    await desk.ana.chooses('[Log a touch]', 'Mon 16 Nov: call, no answer');
    return desk;
  }

  test('asks for facts alone, and leaves the next step', async () => {
    const { ana } = await openCard();
    const form = await ana.modal();

    await ana.submits({ How: 'Email', 'What happened': 'Left or sent a message' });

    expect(form?.fields).toEqual([
      ...['Prospect', 'What happened', 'How', 'Note', 'Two points from their side', 'When'],
    ]);
    expect(form?.text).toContain('More happened since this touch: the next step stays as it is.');
    expect(await ana.reads()).toBe(
      [
        'Changed: email sent on Mon 16 Nov. Dana Reyes, Acme, contact 2.',
        'It was: call, no answer.',
        'Next stays: carry on the conversation Fri 20 Nov.',
        '[Change]',
      ].join('\n'),
    );
  });

  test('offers no ending', async () => {
    const { ana } = await openCard();

    await expect(ana.fills({ 'What happened': 'Yes' })).rejects.toThrow('No “Yes” in');
  });
});

test('a form that somebody overtook says so at a field and stays open', async () => {
  const { story, ana } = await openDesk();
  const ben = await story.rep('Ben Okoro');
  await ana.types('/followup log dana');
  await ana.submits({ 'What happened': 'No answer' });
  await ana.presses('Change');
  await ben.types('/followup log dana');
  await ben.submits({ 'What happened': 'They got in touch' });

  const errors = await ana.submits({ Note: 'By phone.' });

  expect(errors).toEqual({
    Prospect: 'This changed meanwhile. Look at how it stands now before you try again.',
  });
  expect((await ana.modal())?.title).toBe('Change a touch');
});

describe('App Home', () => {
  test('lists recent touches, and turns the form into the answer', async () => {
    const { ana } = await openDesk();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    const home = await ana.opensHome();

    await ana.presses('Change', { row: 'Dana Reyes, Acme. Tue 17 Nov', where: 'home' });
    await ana.submits({ 'What happened': 'They got in touch' });
    const answer = await ana.modal();

    expect(home).toContain(
      'Recent touches, 1\nDana Reyes, Acme. Tue 17 Nov: call, no answer. [Change]',
    );
    expect(answer?.text).toContain('Changed: they called. Dana Reyes, Acme.');
    expect(await ana.home()).toContain(
      'Dana Reyes, Acme. Tue 17 Nov: they called, edited. [Change]',
    );
    await ana.presses('Undo', { where: 'modal' });
    expect(await ana.home()).not.toContain('Recent touches, ');
  });
});

describe('a manager', () => {
  test('changes a rep’s touch from the card; a colleague is not offered to', async () => {
    const { story, ana } = await openDesk();
    const ben = await story.rep('Ben Okoro');
    const mara = await story.rep('Mara Lind', { isManager: true });
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    story.clock.set('2026-12-07T10:00');

    await ben.types('/followup show dana');
    await mara.types('/followup show dana');
    await mara.chooses('[Log a touch]', 'Tue 17 Nov: call, no answer, Ana Silva');
    await mara.submits({ 'What happened': 'Left or sent a message' });

    expect(await ben.reads()).not.toContain('Change a touch');
    expect(await mara.reads()).toContain(
      'Changed: call, left a message on Tue 17 Nov. Dana Reyes, Acme, contact 1.',
    );
    await ana.types('/followup show dana');
    expect(await ana.reads()).toContain('call, left a message, edited. You');
    expect(await ana.reads()).not.toContain('Change a touch');
  });
});

describe('/followup undo', () => {
  test('takes back the last touch, says which, and the digest row comes back', async () => {
    const { story, ana } = await openDesk('2026-11-16T12:00');
    await story.moveTo('2026-11-17T08:30');
    await ana.chooses('Dana Reyes', 'No answer');

    await ana.types('/followup undo');

    expect(await ana.reads()).toBe(
      'Undone: call, no answer. Dana Reyes, Acme.\nStands as before: call again Tue 17 Nov.',
    );
    expect(await ana.row('Dana Reyes, Acme. Due')).toContain('Due today');
  });

  test('sent again by Slack does not take back the one before', async () => {
    const { story, ana, dana } = await openDesk();
    await ana.types('/followup log dana called, no answer');
    await ana.types('/followup log dana emailed');
    await ana.types('/followup undo');

    const again = await sendAgain(story, '/followup');

    expect(again).toContain('Undone: email sent. Dana Reyes, Acme.');
    const touches = await listTouches(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(touches).toMatchObject([{ channel: 'call' }]);
  });

  test('says when there is nothing to take back', async () => {
    const { ana } = await openDesk();

    await ana.types('/followup undo');

    expect(await ana.reads()).toBe(
      'Nothing to undo: you logged no touch today or yesterday that still stands.',
    );
  });
});
