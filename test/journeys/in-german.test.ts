import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const GERMAN = { locale: 'de-DE' };

test('each rep reads their digest in their own language', async () => {
  const story = await openStory(database, MONDAY);
  const eli = await story.rep('Eli Novak', GERMAN);
  const ana = await story.rep('Ana Silva');
  await eli.has();
  await ana.has({ name: 'Tom Okafor', company: 'Birch' });

  await story.moveTo('2026-11-17T08:30');

  expect(await eli.reads()).toContain('Di 17. Nov: 1 heute.');
  expect(await eli.reads()).toContain('Dana Reyes, Acme. Heute fällig');
  expect(await ana.reads()).toContain('Tue 17 Nov. 1 today.');
});

test('whoever changes the language in Slack gets the next digest in it', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has();
  await story.slack.control.chooseLanguage({ as: ana.id, ...GERMAN });
  // Slack's event has its answer before the bot has asked for the language.
  await story.app.settled();

  await story.moveTo('2026-11-17T08:30');

  expect(await ana.reads()).toContain('Di 17. Nov: 1 heute.');
});

test('today’s digest and App Home follow to the language chosen in Slack', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has();
  await story.moveTo('2026-11-17T08:30');
  expect(await ana.reads()).toContain('Tue 17 Nov. 1 today.');

  await story.slack.control.chooseLanguage({ as: ana.id, ...GERMAN });
  await story.app.settled();

  expect(await ana.reads()).toContain('Di 17. Nov: 1 heute.');
  expect(await ana.home()).toContain('Di 17. Nov: 1 heute');
});

test('a newcomer is welcomed in the language they use Slack in', async () => {
  const story = await openStory(database, MONDAY);
  await story.rep('Mara Lind', { isManager: true });
  const eli = story.newcomer('Eli Novak', GERMAN);

  await eli.types('/followup help');
  expect(await eli.reads()).toContain('Was ich kann');
  await story.moveTo('2026-11-16T12:15');

  expect(await eli.reads()).toContain('Hallo Eli. Ich behalte deine Follow-ups im Blick.');
});

test('the team post speaks the language of the manager who set the team up', async () => {
  const story = await openStory(database, MONDAY);
  await story.rep('Mara Lind', { ...GERMAN, isAdmin: true, isManager: true });
  await story.rep('Ana Silva');

  await story.moveTo('2026-11-17T09:15');

  const [post] = story.slack.directory.messages(story.sales);
  expect(post?.text).toBe('Di 17. Nov: 0 Follow-ups gestern.');
});
