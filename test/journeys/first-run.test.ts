import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };

test('the first admin to use the bot reads what to do first, with a button for each', async () => {
  const story = await openStory(database, MONDAY);
  const mara = story.newcomer('Mara Lind', { isAdmin: true });

  await mara.types('/followup help');
  await story.moveTo('2026-11-16T12:01');
  await story.moveTo('2026-11-16T12:02');

  const welcomes = (await mara.sees()).filter((text) => text.includes('Hello'));
  expect(welcomes).toEqual([
    `Hello Mara. You manage Followup here.
Three steps, in any order.
Set up the team
The channel of the daily team post, its time and the time zone. [Set up team]
Bring your prospects in
From a CSV file, as your CRM exports it. [Import]
See a morning first
The next digest and team post, shown only to you. [Preview]
Your reps
Whoever writes me a line like “Dana Reyes at Acme: called, no answer” is a rep from then on.
Each gets a digest on working days at 08:30 of their own morning.
Who sees what
Your digest is only yours. The team post has counts, never prospect names.
Anybody here can look a prospect up.
Managers also see missed promises, and whom you snoozed three times.`,
  ]);

  await mara.presses('Import');
  expect((await mara.modal())?.text).toContain('npm run import -- --file prospects.csv --dry-run');
  await mara.closes();
  await mara.presses('Set up team');
  expect((await mara.modal())?.title).toBe('Team settings');
});

test('every other rep is welcomed once, however often they come', async () => {
  const story = await openStory(database, MONDAY);
  await story.rep('Mara Lind', { isManager: true });
  const kim = story.newcomer('Kim Park');

  await kim.types('/followup help');
  await kim.types('/followup list');
  await story.moveTo('2026-11-16T12:01');
  await kim.opensHome();
  await story.moveTo('2026-11-16T12:02');

  const welcomes = (await kim.sees()).filter((text) => text.includes('Hello'));
  expect(welcomes).toEqual([
    `Hello Kim. I keep your follow-ups.
After a touch, write me one line: “Dana Reyes at Acme: called, no answer”.
I propose the next step and remind you that day.
What is due comes on working days at 08:30, and you log it there.
Who sees what
Your digest is only yours. The team post has counts, never prospect names.
Anybody here can look a prospect up.
Managers also see missed promises, and whom you snoozed three times.
[Log a touch] [Add a prospect]`,
  ]);
  await kim.presses('Log a touch', { row: 'Log a touch' });
  expect((await kim.modal())?.title).toBe('Log a touch');
});

test('guests and strangers are welcomed by nobody', async () => {
  const story = await openStory(database, MONDAY);
  const guest = story.newcomer('Gus Guest', { isGuest: true });

  await guest.types('/followup help');
  await story.moveTo('2026-11-16T12:01');

  expect((await guest.sees()).join()).not.toContain('Hello');
});

test('the preview shows the next digest and team post to one person alone', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  await ana.has();
  await ana.has({ name: 'Otto Late', nextOn: '2026-11-12' });

  await ana.types('/followup preview', story.sales);

  const [digest, post] = await ana.sees(story.sales);
  expect(
    digest,
  ).toBe(`Preview: the digest of Tue 17 Nov, 08:30, as things stand now. Only you see it.
Tue 17 Nov. 2 today.
Otto Late, Acme. 5 days late
Call again.
Dana Reyes, Acme. Due today
Call again.
Nothing tomorrow.`);
  expect(post).toContain(
    'Preview: the team post of Tue 17 Nov, 09:15, as things stand now. Only you see it.',
  );
  expect(post).toContain('Tue 17 Nov. 0 follow-ups yesterday');
  expect(await ben.sees(story.sales)).toEqual([]);
  expect(await ana.sees()).toEqual([]);
});

test('the preview says when nothing would be sent', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');

  await ana.types('/followup preview');

  expect((await ana.sees())[0]).toContain('Nothing would be due, so nothing would be sent.');
});

test('who has nobody yet is told how to begin, in the list and in App Home', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const words = `No prospects yet. Write me one line:
“Dana Reyes at Acme: called, no answer”
I propose the next step and remind you that day.`;

  await ana.types('/followup list');
  const list = await ana.reads();
  const home = await ana.opensHome();
  await ana.types('Dana Reyes at Acme: called, no answer');

  expect(list).toBe(`${words}\n[Log a touch] [Import a list]`);
  expect(home).toContain(words);
  expect(home).toContain('[Import a list]');
});

test('who won everybody has a list all the same', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
  await ana.has({ ...closed, status: 'won' });

  await ana.types('/followup list');

  expect(await ana.reads()).toContain('Nothing is open.');
  expect(await ana.opensHome()).toContain('You are clear.');
});
