import { describe, expect, test } from 'vitest';
import { listHistory } from '../../src/db/history.ts';
import { findProspect } from '../../src/db/prospects.ts';
import { listTouches } from '../../src/db/touches.ts';
import { loadBoard } from '../../src/services/load-board.ts';
import { useDatabase } from '../support/database.ts';
import { openStory, type Story } from '../support/journey.ts';
import { sendPayload } from '../support/signed.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };

async function wake() {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const dana = await ana.has();
  await story.moveTo('2026-11-17T08:30');
  return { story, ana, dana };
}

/** What the app was sent last of this kind, as Slack sent it. */
async function lastSent(story: Story, title: string): Promise<unknown> {
  const traffic = await story.slack.control.traffic({});
  const found = traffic.findLast(
    (entry) => entry.direction === 'to app' && entry.title.includes(title),
  );
  if (!found) throw new Error(`Nothing like ${title} was sent.`);
  return found.request;
}

async function touchesOf(story: Story, prospectId: string) {
  return listTouches(database.db, { ...story.ctx(), prospectId });
}

describe('one form submitted again', () => {
  test('case 111: twenty times at once is one touch and twenty equal answers', async () => {
    const { story, ana, dana } = await wake();
    await ana.shortcut('log_touch_global');
    await ana.submits({ Prospect: 'Dana Reyes, Acme', 'What happened': 'No answer' });
    const payload = await lastSent(story, 'view_submission');

    const again = await Promise.all(
      Array.from({ length: 20 }, async () => (await sendPayload(story.events, payload)).text()),
    );

    expect(new Set(again).size).toBe(1);
    expect(again[0]).toContain('Logged');
    expect(await touchesOf(story, dana.id)).toHaveLength(1);
  });

  test('case 110: by somebody who pressed before it answered is one touch, and they see it', async () => {
    const { story, ana, dana } = await wake();
    await ana.types('/followup log dana');
    const form = await ana.modal();
    await ana.fills({ 'What happened': 'No answer' });
    const viewId = form?.id ?? '';

    await Promise.all(Array.from({ length: 20 }, () => ana.submitsAgain(viewId)));
    await story.app.settled();

    expect(await touchesOf(story, dana.id)).toHaveLength(1);
    expect((await ana.sees()).filter((text) => text.startsWith('Logged'))).not.toEqual([]);
  });

  test('case 112: with other values is refused, and the first stay', async () => {
    const { story, ana, dana } = await wake();
    await ana.shortcut('log_touch_global');
    await ana.submits({ Prospect: 'Dana Reyes, Acme', 'What happened': 'No answer' });
    const payload = JSON.stringify(await lastSent(story, 'view_submission'));

    const other = payload.replaceAll('no_answer', 'spoke');
    const again = await sendPayload(story.events, JSON.parse(other));

    expect(other).not.toBe(payload);
    expect(await again.text()).toContain('This was already saved with other values.');
    expect(await touchesOf(story, dana.id)).toMatchObject([{ outcome: 'no_answer' }]);
  });

  test('with somebody new adds them once and asks nothing', async () => {
    const { story, ana } = await wake();
    await ana.types('/followup log Kim Park');
    await ana.submits({ Prospect: 'Add “Kim Park”', 'What happened': 'No answer' });
    const payload = await lastSent(story, 'view_submission');

    const again = await sendPayload(story.events, payload);
    await story.app.settled();
    await ana.types('/followup show kim');

    expect(await again.text()).toBe('');
    expect(await ana.reads()).toContain('Kim Park\nOpen, contact 1');
  });

  test('adding a prospect gives the same card', async () => {
    const { story, ana } = await wake();
    await ana.types('/followup add Kim Park');
    await ana.submits();
    const payload = await lastSent(story, 'view_submission');

    const again = await sendPayload(story.events, payload);
    await story.app.settled();
    await ana.types('/followup list');

    expect(await again.text()).toBe('');
    expect(await ana.reads()).toContain('Your follow-ups: 2 prospects');
  });
});

describe('a menu of the digest', () => {
  test('case 114: clicked ten times on the digest and on App Home is one touch and one point', async () => {
    const { story, ana, dana } = await wake();
    await ana.opensHome();
    const clicks = [
      await ana.pointsAtMenu('Dana Reyes', 'No answer'),
      await ana.pointsAtMenu('Dana Reyes', 'No answer', 'home'),
    ];

    await Promise.all(
      Array.from({ length: 5 }, () => clicks)
        .flat()
        .map(story.slack.control.act),
    );
    await story.app.settled();

    expect(await touchesOf(story, dana.id)).toHaveLength(1);
    const board = await loadBoard(story.ctx(), { from: '2026-11-16', to: '2026-11-22' });
    expect(board.followUps).toBe(1);
  });

  test('case 115: “Tomorrow” clicked twice is one day on', async () => {
    const { story, ana, dana } = await wake();
    const click = await ana.pointsAtMenu('Dana Reyes', 'Tomorrow');

    await Promise.all([story.slack.control.act(click), story.slack.control.act(click)]);
    await story.app.settled();

    const prospect = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(prospect).toMatchObject({ snoozes: 1, standing: { next: { on: '2026-11-18' } } });
  });

  test('clicked twice has one effect', async () => {
    const { story, ana, dana } = await wake();
    const click = await ana.pointsAtMenu('Dana Reyes', 'No answer');

    await Promise.all([story.slack.control.act(click), story.slack.control.act(click)]);
    await story.app.settled();

    expect(await touchesOf(story, dana.id)).toHaveLength(1);
    expect(await ana.row('Dana Reyes')).toContain('Logged: call, no answer');
  });

  test('redelivered has one effect and says nothing more', async () => {
    const { story, ana, dana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');
    const payload = await lastSent(story, 'block_actions');

    const again = await sendPayload(story.events, payload);
    await story.app.settled();

    expect(again.status).toBe(200);
    expect(await ana.sees()).toHaveLength(1);
    const prospect = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(prospect?.snoozes).toBe(1);
  });

  test('that is stale says so and shows how the row stands', async () => {
    const { story, ana, dana } = await wake();
    const ben = await story.rep('Ben Okoro');
    await ana.chooses('Dana Reyes', 'No answer');
    const stale = await lastSent(story, 'block_actions');
    await ana.presses('Undo');
    await ben.types('/followup log dana');
    await ben.submits({ 'What happened': 'We spoke or met' });
    const again = JSON.parse(
      JSON.stringify(stale).replaceAll(/"action_ts":"[^"]+"/g, '"action_ts":"9.9"'),
    );

    await sendPayload(story.events, again);
    await story.app.settled();

    expect(await touchesOf(story, dana.id)).toHaveLength(1);
    expect(await ana.reads()).toBe(
      'This changed meanwhile. Look at how it stands now before you try again.',
    );
    expect(await ana.row('Dana Reyes')).toContain('Logged by Ben Okoro: call, we spoke');
  });
});

test('two reps log the same prospect at once: both touches and one plan', async () => {
  const { story, ana, dana } = await wake();
  const ben = await story.rep('Ben Okoro');
  await ana.types('/followup log dana');
  await ben.types('/followup log dana');
  await ana.fills({ 'What happened': 'No answer', Note: 'Ana rang.' });
  await ben.fills({ 'What happened': 'No answer', Note: 'Ben rang.' });

  await Promise.all([ana.submits({ Note: 'Ana rang.' }), ben.submits({ Note: 'Ben rang.' })]);

  const touches = await touchesOf(story, dana.id);
  expect(touches.map((touch) => touch.note).sort()).toEqual(['Ana rang.', 'Ben rang.']);
  const prospect = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
  expect(prospect?.standing.next?.on).toBe('2026-11-19');
  const history = await listHistory(database.db, { ...story.ctx(), prospectId: dana.id, limit: 9 });
  expect(history.map((entry) => entry.version)).toEqual([3, 2]);
});

describe('an undo', () => {
  test('case 119: after somebody else changed the prospect says who', async () => {
    const { story, ana, dana } = await wake();
    const ben = await story.rep('Ben Okoro');
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    await ben.types('/followup log dana');
    await ben.submits({ 'What happened': 'They got in touch' });

    const undo = await ana.pointsAtButton('Undo', { row: '[Change]' });
    await story.slack.control.act(undo);
    await story.app.settled();

    expect(await ana.reads()).toBe(
      'Ben Okoro logged another touch with Dana Reyes since, so this can no longer be undone.',
    );
    expect(await touchesOf(story, dana.id)).toHaveLength(2);
  });

  test('case 119: pressed twice is one undo', async () => {
    const { story, ana, dana } = await wake();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    const undo = await ana.pointsAtButton('Undo', { row: '[Change]' });

    await Promise.all([story.slack.control.act(undo), story.slack.control.act(undo)]);
    await story.app.settled();

    expect(await touchesOf(story, dana.id)).toEqual([]);
    expect(await ana.reads()).toBe(
      'Undone: call, no answer. Dana Reyes, Acme.\nStands as before: call again Tue 17 Nov.',
    );
    expect(await ana.row('Dana Reyes, Acme. Due')).toContain('Due today');
  });
});
