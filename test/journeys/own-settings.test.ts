import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();

async function openDesk() {
  const story = await openStory(database, { at: '2026-11-16T10:00' });
  return { story, ana: await story.rep('Ana Silva') };
}

test('a rep chooses time, days and pace; the digest comes then, and once', async () => {
  const { story, ana } = await openDesk();
  await ana.has();
  await ana.types('/followup me');

  const errors = await ana.submits({ 'Time of your digest': '07:45', Pace: '20' });
  const answer = await ana.reads();
  await story.moveTo('2026-11-17T07:45');
  const atSeven = await ana.sees();
  await story.moveTo('2026-11-17T08:30');

  expect(errors).toEqual({});
  expect(answer).toBe('Saved. Your digest: 07:45, Mon to Fri. Pace: 20 a day.');
  expect(atSeven.at(-1)).toContain('Tue 17 Nov. 1 today.');
  expect(await ana.sees()).toEqual(atSeven);
});

test('a digest moved to later on a day that had it does not come twice', async () => {
  const { story, ana } = await openDesk();
  await ana.has();
  await story.moveTo('2026-11-17T08:30');
  await ana.types('/followup me');
  await ana.submits({ 'Time of your digest': '11:00' });

  await story.moveTo('2026-11-17T11:00');

  const digests = (await ana.sees()).filter((text) => text.includes('Tue 17 Nov.'));
  expect(digests).toHaveLength(1);
});

test.each([
  ['4', '4 is too small. Write a number from 5 to 60.'],
  ['200', '200 is too large. Write a number from 5 to 60.'],
])('a pace of %s is said at its field', async (pace, sentence) => {
  const { ana } = await openDesk();
  await ana.types('/followup me');

  expect(await ana.submits({ Pace: pace })).toEqual({ Pace: sentence });
});

test('nothing changed says so', async () => {
  const { ana } = await openDesk();
  await ana.types('/followup me');

  await ana.submits();

  expect(await ana.reads()).toBe('Nothing changed.');
});

test('App Home turns the form into the answer', async () => {
  const { ana } = await openDesk();
  await ana.opensHome();

  await ana.presses('My settings', { where: 'home' });
  await ana.submits({ 'Also tell me': null });

  expect((await ana.modal())?.text).toBe('Saved. No reminders before promises.');
});

describe('a zone of one’s own', () => {
  test('stays when Slack says another, until it is given back', async () => {
    const { story, ana } = await openDesk();
    await ana.types('/followup me');
    await ana.submits({ 'Time zone': 'Europe/Lisbon' });
    const chosen = await ana.reads();

    await story.slack.directory.changePerson(ana.id, { zone: 'America/Chicago' });
    await story.app.settled();
    await ana.types('/followup me');
    const kept = await ana.finds('Time zone');
    await ana.submits({ 'Time zone': 'As Slack says: America/Chicago' });

    expect(chosen).toBe('Saved. Your zone: Europe/Lisbon, also when Slack says another.');
    expect(kept).toBe('Europe/Lisbon');
    expect(await ana.reads()).toBe('Saved. Your zone: as Slack says, America/Chicago.');
  });

  test('draws today’s digest anew with the times there', async () => {
    const { story, ana } = await openDesk();
    const nextAt = new Date('2026-11-17T13:00:00Z');
    await ana.has({ promised: true, nextOn: '2026-11-17', nextAt });
    await story.moveTo('2026-11-17T08:30');
    const before = await ana.row('Dana Reyes');
    await ana.types('/followup me');

    await ana.submits({ 'Time zone': 'Europe/Lisbon' });

    expect(before).toContain('Promised 14:00');
    expect(await ana.row('Dana Reyes')).toContain('Promised 13:00');
  });
});

test('a rep who wants to hear when they are clear does', async () => {
  const { story, ana } = await openDesk();
  const ben = await story.rep('Ben Haas');
  await ana.types('/followup me');
  await ana.submits({ 'Also tell me': 'On a morning with nothing due' });

  await story.moveTo('2026-11-17T08:30');

  expect(await ana.reads()).toContain('Tue 17 Nov. Nothing due.');
  expect(await ben.sees()).toEqual([]);
});

test('a hidden name is in no leaderboard, and its follow-ups stay in the totals', async () => {
  const { story, ana } = await openDesk();
  const ben = await story.rep('Ben Haas');
  for (const name of ['Dana Reyes', 'Tom Okafor']) await ana.has({ name });
  await ana.types('/followup log Dana: called, no answer');
  await ana.types('/followup log Tom: called, no answer');
  await ben.has({ name: 'Mia Park' });
  await ben.types('/followup log Mia: called, no answer');
  await ana.types('/followup me');
  await ana.submits({ Leaderboard: 'Hide my name' });
  const answer = await ana.reads();

  await ben.types('/followup board');
  await ana.types('/followup board');
  await story.moveTo('2026-11-17T09:15');

  expect(answer).toBe(
    'Saved. The leaderboard leaves out your name; your follow-ups stay in the totals.',
  );
  const [bens, anas] = [await ben.sees(), await ana.sees()].map((seen) => seen.at(-1) ?? '');
  expect(bens).toContain('3 follow-ups');
  expect(bens).toContain('2. Ben Haas, 1');
  expect(bens).not.toContain('Ana');
  expect(anas).toContain('You: 2 follow-ups, place 1 of 2. Others do not see you.');
  const post = await ben.reads(story.sales);
  expect(post).toContain('3 follow-ups yesterday');
  expect(post).toContain('Most this week: Ben Haas 1.');
});
