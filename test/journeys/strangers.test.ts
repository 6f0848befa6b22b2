import { describe, expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { listReps } from '../../src/db/reps.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';
import { openStory, type Story } from '../support/journey.ts';
import { sendPayload, sendSigned } from '../support/signed.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const NOT_HERE = 'That prospect is not here. Search for it again, or add it with /followup add.';

async function wake() {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const dana = await ana.has();
  await story.moveTo('2026-11-17T08:30');
  return { story, ana, dana };
}

test('a guest is told politely, on every way in, and becomes nobody', async () => {
  const { story } = await wake();
  const gus = story.newcomer('Gus Guest', { isGuest: true });
  const sentence = 'Guests cannot use Followup. Ask a full member of this workspace.';

  await gus.types('/followup list');
  const answer = await gus.reads();
  const home = await gus.opensHome();
  await gus.shortcut('log_touch_global');

  expect(answer).toBe(sentence);
  expect(home).toBe(sentence);
  expect((await gus.modal())?.text).toBe(sentence);
  expect(await listReps(database.db, story.ctx().workspaceId)).toHaveLength(1);
});

test.each([
  [
    'deactivated',
    { deleted: true },
    'Your Slack account is deactivated, so Followup cannot be used with it.',
  ],
  ['bot', { isBot: true }, 'Followup works for people, not for bots and workflows.'],
])('somebody %s is refused', async (_, change, sentence) => {
  const { story } = await wake();
  const person = story.newcomer('Max Former');
  const known = { user_id: person.id, team_id: story.team.id, channel_id: story.sales };
  await story.slack.directory.changePerson(person.id, change);

  const fields = {
    command: '/followup',
    text: 'list',
    trigger_id: '1.2',
    api_app_id: 'A0FOLLOWUP',
  };
  const answer = await sendSigned(story.events, {
    ...fields,
    ...known,
    response_url: 'http://127.0.0.1/',
  });

  expect(await answer.json()).toMatchObject({ text: sentence });
});

test('a rep who was deactivated is refused from then on', async () => {
  const { story, dana } = await wake();
  const ben = await story.rep('Ben Okoro');
  const fields = {
    command: '/followup',
    text: 'show dana',
    trigger_id: '1.2',
    api_app_id: 'A0FOLLOWUP',
    user_id: ben.id,
    team_id: story.team.id,
    channel_id: story.sales,
    response_url: 'http://127.0.0.1/',
  };
  await story.slack.directory.changePerson(ben.id, { deleted: true });
  await story.app.settled();

  const answer = await (await sendSigned(story.events, fields)).text();

  expect(answer).toContain('deactivated');
  expect(answer).not.toContain(dana.name);
});

test('a workspace that never installed the bot hears so', async () => {
  const { story } = await wake();
  const fields = {
    command: '/followup',
    text: 'show dana',
    trigger_id: '1.2',
    api_app_id: 'A0FOLLOWUP',
    user_id: 'USTRANGER',
    team_id: 'TELSEWHERE',
    channel_id: 'C1',
    response_url: 'http://127.0.0.1/',
  };

  const answer = await sendSigned(story.events, fields);

  expect(await answer.json()).toMatchObject({
    text: 'Followup is not installed in this Slack workspace.',
  });
});

describe('a button that was tampered with', () => {
  async function sendClick(story: Story, change: (json: string) => string) {
    const traffic = await story.slack.control.traffic({});
    const sent = traffic.findLast((entry) => entry.title.startsWith('block_actions'))?.request;
    const json = JSON.stringify(sent).replaceAll(/"action_ts":"[^"]+"/g, '"action_ts":"7.7"');
    await sendPayload(story.events, JSON.parse(change(json)));
    await story.app.settled();
  }

  async function stranger() {
    const workspace = await createWorkspace(database.db);
    return createProspect(database.db, await createRep(database.db, workspace));
  }

  test.each(['No answer', 'Tomorrow', 'We spoke…', 'Pick a date…'])(
    'to mean another workspace’s prospect (%s) says the same as for nobody',
    async (entry) => {
      const { story, ana, dana } = await wake();
      const foreign = await stranger();
      await ana.chooses('Dana Reyes', entry);
      if (await ana.modal()) await ana.closes();

      await sendClick(story, (json) => json.replaceAll(dana.id, foreign.id));
      const said = await ana.reads();
      await sendClick(story, (json) => json.replaceAll(dana.id, crypto.randomUUID()));

      expect([said, await ana.reads()]).toEqual([NOT_HERE, NOT_HERE]);
      const { workspaceId } = foreign;
      const kept = await findProspect(database.db, { workspaceId, prospectId: foreign.id });
      expect(kept).toMatchObject({ version: 1, snoozes: 0 });
    },
  );

  test.each([
    ['of an older form', (json: string) => json.replaceAll('"1.tomorrow.', '"0.tomorrow.')],
    ['with another deed', (json: string) => json.replaceAll('"1.tomorrow.', '"1.forget.')],
    ['without sense', (json: string) => json.replaceAll(/"1\.tomorrow\.[^"]+"/g, '"x"')],
    [
      '2,001 characters long',
      (json: string) => json.replaceAll(/"1\.tomorrow\.[^"]+"/g, `"${'9'.repeat(2001)}"`),
    ],
  ])('%s is called too old', async (_, change) => {
    const { story, ana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await sendClick(story, change);

    expect(await ana.reads()).toBe(
      'This button is too old. Use the newest message, or /followup list.',
    );
  });

  test('with another version is refused, and nothing changes', async () => {
    const { story, ana, dana } = await wake();
    await ana.chooses('Dana Reyes', 'Tomorrow');

    await sendClick(story, (json) => json.replaceAll(`${dana.id}.1"`, `${dana.id}.99"`));

    expect(await ana.reads()).toContain('This changed meanwhile.');
    const kept = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(kept).toMatchObject({ version: 2, snoozes: 1 });
  });
});

describe('what is not a rep’s to do', () => {
  test('snoozing somebody else’s prospect from a button passed on', async () => {
    const { story, ana, dana } = await wake();
    const ben = await story.rep('Ben Okoro');
    await ana.chooses('Dana Reyes', 'We spoke…');
    await ana.closes();
    const traffic = await story.slack.control.traffic({});
    const sent = traffic.findLast((entry) => entry.title.startsWith('block_actions'))?.request;
    const json = JSON.stringify(sent)
      .replaceAll(ana.id, ben.id)
      .replaceAll('1.spoke.', '1.tomorrow.');

    await sendPayload(story.events, JSON.parse(json));
    await story.app.settled();

    const kept = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(kept?.snoozes).toBe(0);
  });

  test.each([
    ['Yes', {}],
    ['No', { Reason: 'Price' }],
  ])('%s for somebody else’s prospect', async (outcome, more) => {
    const { story, dana } = await wake();
    const ben = await story.rep('Ben Okoro');
    await ben.types('/followup log dana');

    const errors = await ben.submits({ 'What happened': outcome, ...more });

    expect(Object.values(errors)[0]).toBe(
      `Dana Reyes belongs to somebody else: only the owner or a manager can log the ${outcome}.`,
    );
    const kept = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
    expect(kept?.standing.status).toBe('open');
  });

  test('undoing somebody else’s touch', async () => {
    const { story, ana } = await wake();
    const ben = await story.rep('Ben Okoro');
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    await ana.presses('Undo', { row: '[Change]' });
    const traffic = await story.slack.control.traffic({});
    const sent = traffic.findLast((entry) => entry.title.includes('touch.undo'))?.request;

    await sendPayload(story.events, JSON.parse(JSON.stringify(sent).replaceAll(ana.id, ben.id)));
    await story.app.settled();

    expect(JSON.stringify(await story.slack.control.traffic({}))).toContain(
      'Only the one who logged a touch, or a manager, can undo it.',
    );
  });
});
