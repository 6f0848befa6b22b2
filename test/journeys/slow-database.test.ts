import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SHORTCUTS } from '../../src/slack/ids.ts';
import { useDatabase } from '../support/database.ts';
import { type Actor, openStory, type Story } from '../support/journey.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const database = useDatabase();
/** Each answer of the database: slow enough that no window comes within Slack's three seconds. */
const SLOW_MS = 1000;

type Desk = { story: Story; proxy: TcpProxy; ana: Actor };

/** Ana, a manager, with Dana due on the digest of this morning. */
async function openDesk(): Promise<Desk> {
  const proxy = await startTcpProxy(database.url);
  // Runs after the app has stopped.
  onTestFinished(() => proxy.close());
  const place = { at: '2026-11-16T10:00' };
  const story = await openStory({ db: database.db, url: proxy.url }, place);
  const ana = await story.rep('Ana Silva', { isManager: true });
  await ana.has();
  await story.moveTo('2026-11-17T08:30');
  await ana.opensHome();
  return { story, proxy, ana };
}

/** How a window came that was asked for while the database was slow; with it the database is itself again. */
async function callsDuring(
  { story, proxy }: Desk,
  who: Actor,
  { act, meet = async () => {} }: { act: () => Promise<void>; meet?: () => Promise<void> },
): Promise<string[]> {
  const { control } = story.slack;
  const after = (await control.traffic({})).at(-1)?.id ?? 0;
  proxy.slow(SLOW_MS);
  const begun = act();
  while ((await control.snapshot({ as: who.id })).modal === null) await setImmediate();
  await meet();
  proxy.slow(0);
  await begun;
  while (!(await story.app.settled()));
  const calls = await control.traffic({ after });
  return calls
    .map(({ title }) => title)
    .filter((title) => /^views\.(open|push|update)/.test(title));
}

const SKELETON_FIRST = ['views.open', 'views.update'];

describe('a database that takes longer than Slack waits', () => {
  test.each<[string, string, (ana: Actor) => Promise<void>]>([
    ['the command', 'Log a touch', (ana) => ana.types('/followup log dana')],
    ['a sentence without a verb', 'Log a touch', (ana) => ana.types('/followup dana, called her')],
    ['the shortcut', 'Log a touch', (ana) => ana.shortcut(SHORTCUTS.logTouch)],
    ['a row', 'Log a touch', (ana) => ana.chooses('Dana Reyes', 'More…')],
    ['a row on App Home', 'Log a touch', (ana) => ana.chooses('Dana Reyes', 'No answer', 'home')],
    ['a button on App Home', 'Follow-ups', (ana) => ana.presses('Open list')],
    ['adding', 'Add a prospect', (ana) => ana.types('/followup add Kim')],
    ['team settings', 'Team settings', (ana) => ana.types('/followup settings')],
  ])('still opens the window of %s: a skeleton first', async (_what, title, act) => {
    const desk = await openDesk();

    const calls = await callsDuring(desk, desk.ana, { act: () => act(desk.ana) });

    expect(calls).toEqual(SKELETON_FIRST);
    expect((await desk.ana.modal())?.title).toBe(title);
    expect((await desk.ana.modal())?.text).not.toContain('Loading');
  });

  test('gives the answer in the window when there is nothing left to ask', async () => {
    const desk = await openDesk();

    const { ana } = desk;
    await callsDuring(desk, ana, {
      act: () => ana.types('/followup log Dana: called, no answer'),
    });

    expect((await ana.modal())?.text).toContain('Logged: call, no answer. Dana Reyes, Acme');
  });

  test('leaves no window loading when a row simply moves', async () => {
    const desk = await openDesk();

    const { ana } = desk;
    await callsDuring(desk, ana, { act: () => ana.chooses('Dana Reyes', 'Tomorrow') });

    expect((await ana.modal())?.text).toBe('Done.');
    expect(await ana.reads()).toContain('Tomorrow 1.');
  });

  test('says in the window why it cannot show it', async () => {
    const desk = await openDesk();
    const ben = await desk.story.rep('Ben Okoro');

    await callsDuring(desk, ben, { act: () => ben.types('/followup settings') });

    expect((await ben.modal())?.text).toContain('Only a manager can change the team settings.');
  });

  test('does not bring back a window that was closed while it loaded', async () => {
    const desk = await openDesk();
    const { ana, story } = desk;
    await callsDuring(desk, ana, {
      act: () => ana.types('/followup log dana'),
      meet: () => ana.closes(),
    });

    expect(await ana.modal()).toBeNull();
    expect(story.lines).toEqual([]);
  });
});

test('a database that takes longer than anybody waits is told in the window', async () => {
  const desk = await openDesk();
  desk.proxy.slow(5000);

  await desk.ana.presses('Open list');
  while (!(await desk.story.app.settled()));
  desk.proxy.slow(0);

  expect((await desk.ana.modal())?.text).toContain('database');
});

test('a window that comes in time opens with what it shows', async () => {
  const desk = await openDesk();
  const { control } = desk.story.slack;
  const after = (await control.traffic({})).at(-1)?.id ?? 0;

  await desk.ana.types('/followup log dana');

  const calls = (await control.traffic({ after })).map(({ title }) => title);
  expect(calls.filter((title) => title.startsWith('views.'))).toEqual(['views.open']);
});
