import { describe, expect, test } from 'vitest';
import { SHORTCUTS } from '../../src/slack/ids.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const TUESDAY = { at: '2026-11-17T10:00' };

async function openDesk() {
  const story = await openStory(database, TUESDAY);
  return { story, ana: await story.rep('Ana Silva') };
}

describe('adding a prospect', () => {
  test('shows the card of who was added, due today', async () => {
    const { ana } = await openDesk();

    await ana.types('/followup add Kim Park');
    const name = await ana.finds('Name');
    await ana.submits({ Company: 'Nordic', Phone: '+46 8 555 0120' });

    expect(name).toBe('Kim Park');
    expect(await ana.reads()).toContain('Kim Park, Nordic\nOpen, no contact yet, owner you.');
    expect(await ana.reads()).toContain(
      'Next Tue 17 Nov (new: reach out soon): Call. +46 8 555 0120',
    );
  });

  test.each([
    ['Name', 'Give a name or a company.', { Name: null }],
    ['Email', 'This is no e-mail address. Write it like dana@acme.example.', { Email: 'kim' }],
    ['Phone', 'This is no phone number. Write it like +1 512 555 0142.', { Phone: 'later' }],
    ['Company', 'This text holds a NUL character. Remove it and try again.', { Company: 'N\0rd' }],
  ])('says at %s: %s', async (field, sentence, wrong) => {
    const { ana } = await openDesk();
    await ana.types('/followup add Kim Park');

    const errors = await ana.submits(wrong);

    expect(errors).toEqual({ [field]: sentence });
    expect((await ana.modal())?.title).toBe('Add a prospect');
  });

  test('asks about somebody who may be the same, and uses them', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.types('/followup add dana reyes');
    await ana.submits();

    const asked = 'Somebody like that is here already. Nothing is saved yet.';
    const form = await ana.modal();
    await ana.submits({ [asked]: 'Use Dana Reyes, Acme' });
    const card = await ana.reads();
    await ana.types('/followup list');

    expect(form?.fields[0]).toBe(asked);
    expect(card).toContain('Dana Reyes, Acme\nOpen');
    expect(await ana.reads()).toContain('Your follow-ups: 1 prospect');
  });
});

describe('App Home', () => {
  test('starts with how to begin', async () => {
    const { ana } = await openDesk();

    const home = await ana.opensHome();

    expect(home).toContain('No prospects yet.');
    expect(home).toContain('[Log a touch] [Add a prospect] [Import a list]');
    expect(home).toContain('[Insights] [My settings]');
    expect(home).not.toContain('[Today');
    expect(home).not.toContain('Team settings');
  });

  test('shows today, what comes next and one’s own numbers', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.has({ name: 'Nia Next', nextOn: '2026-11-20' });

    const home = await ana.opensHome();

    expect(home).toContain('Tue 17 Nov. 1 today.');
    expect(home).toContain('Dana Reyes, Acme. Due today');
    expect(home).toContain('This week, 1\nFri 20 Nov, 1\nNia Next, Acme');
    expect(home).toContain('Ana Silva, 2 open prospects.');
    expect(home).toContain('My numbers\n0 follow-ups this week, 0 last week.');
  });

  test('is drawn anew after a touch from its row', async () => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.opensHome();

    await ana.chooses('Dana Reyes', 'No answer', 'home');

    const home = await ana.home();
    expect(home).toContain('You are clear.');
    expect(home).toContain('Thu 19 Nov, 1\nDana Reyes, Acme');
    expect(home).toContain('Ana Silva, 1 open prospect.');
    expect(home).toContain('1 follow-up this week, 0 last week.\n1 prospect touched');
    expect((await ana.modal())?.text).toContain('Next: call again Thu 19 Nov');
    await ana.presses('Undo', { where: 'modal' });
    expect(await ana.home()).toContain('Dana Reyes, Acme. Due today');
  });

  test.each([
    ['its row', async (ana: Desk['ana']) => ana.chooses('Dana Reyes', 'We spoke…', 'home')],
    ['its button', async (ana: Desk['ana']) => ana.presses('Log a touch', { where: 'home' })],
  ])('turns the form opened from %s into the answer', async (_, open) => {
    const { ana } = await openDesk();
    await ana.has();
    await ana.opensHome();

    await open(ana);
    await ana.submits({ Prospect: 'Dana Reyes, Acme', 'What happened': 'We spoke or met' });

    const answer = await ana.modal();
    expect(answer?.title).toBe('Log a touch');
    expect(answer?.text).toContain('Logged: ');
    expect(answer?.text).toContain('Next: carry on the conversation Fri 20 Nov');
    expect(await ana.home()).toContain('You are clear.');
    await ana.presses('Undo', { where: 'modal' });
    expect((await ana.modal())?.text).toContain('Undone: call, we spoke. Dana Reyes, Acme.');
    expect(await ana.home()).toContain('Dana Reyes, Acme. Due today');
  });
});
type Desk = Awaited<ReturnType<typeof openDesk>>;

test('the global shortcut turns the form into the answer', async () => {
  const { ana } = await openDesk();
  await ana.has();

  await ana.shortcut(SHORTCUTS.logTouch);
  await ana.submits({ Prospect: 'Dana Reyes, Acme', 'What happened': 'No answer' });

  expect((await ana.modal())?.title).toBe('Log a touch');
  expect((await ana.modal())?.text).toContain('Logged: ');
  expect((await ana.modal())?.text).toContain('Next: call again Thu 19 Nov');
  expect(await ana.sees()).toEqual([]);
});

test('a message becomes the note of a touch, answered beside it', async () => {
  const { story, ana } = await openDesk();
  await ana.has();
  await ana.types('Dana wants <prices> & a demo', story.sales);
  const [message] = story.slack.directory.messages(story.sales);
  const at = { as: ana.id, channelId: story.sales, ts: message?.ts ?? '' };

  await story.slack.control.messageShortcut({ ...at, callbackId: SHORTCUTS.logMessage });
  await story.app.settled();
  const note = await ana.finds('Note');
  await ana.submits({ Prospect: 'Dana Reyes, Acme', 'What happened': 'They got in touch' });

  expect(note).toContain('Dana wants <prices> & a demo\nhttps://');
  expect(note).toContain(`/archives/${story.sales}/p`);
  expect(await ana.reads(story.sales)).toContain('Logged: they called. Dana Reyes');
});

test('a message’s mentions and links stand in the note as they are read', async () => {
  const { story, ana } = await openDesk();
  const ben = await story.rep('Ben Okoro');
  await ana.has({ email: 'dana@acme.example' });
  await ana.types(`<@${ben.id}> says dana@acme.example saw https://acme.example/a`, story.sales);
  const [message] = story.slack.directory.messages(story.sales);
  const at = { as: ana.id, channelId: story.sales, ts: message?.ts ?? '' };

  await story.slack.control.messageShortcut({ ...at, callbackId: SHORTCUTS.logMessage });
  await story.app.settled();

  expect(message?.text).toContain('<mailto:');
  expect(await ana.finds('Note')).toContain(
    'Ben Okoro says dana@acme.example saw https://acme.example/a\n',
  );
  expect(await ana.finds('Prospect')).toContain('Dana Reyes, Acme');
});

test('a message about somebody to e-mail comes with them and the way chosen', async () => {
  const { story, ana } = await openDesk();
  await ana.has({ nextChannel: 'email' });
  await ana.types('Dana Reyes has read our offer', story.sales);
  const [message] = story.slack.directory.messages(story.sales);
  const at = { as: ana.id, channelId: story.sales, ts: message?.ts ?? '' };

  await story.slack.control.messageShortcut({ ...at, callbackId: SHORTCUTS.logMessage });
  await story.app.settled();

  expect(await ana.finds('Prospect')).toContain('Dana Reyes, Acme');
  expect(await ana.finds('How')).toBe('Email');
});

test('a message that names somebody comes with them chosen', async () => {
  const { story, ana } = await openDesk();
  await ana.has();
  await ana.types('Dana Reyes called back, she wants a demo', story.sales);
  const [message] = story.slack.directory.messages(story.sales);
  const at = { as: ana.id, channelId: story.sales, ts: message?.ts ?? '' };

  await story.slack.control.messageShortcut({ ...at, callbackId: SHORTCUTS.logMessage });
  await story.app.settled();

  expect(await ana.finds('Prospect')).toContain('Dana Reyes, Acme');
  await ana.submits({ 'What happened': 'They got in touch' });
  expect(await ana.reads(story.sales)).toContain('Logged: they called. Dana Reyes');
});
