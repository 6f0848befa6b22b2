import { beforeEach, expect, test } from 'vitest';
import { findRepBySlackUser } from '../../../src/db/reps.ts';
import { touches } from '../../../src/db/schema.ts';
import { listWorkspaces } from '../../../src/db/workspaces.ts';
import { addUser, commandBy, TEAM, useApp } from '../../support/app.ts';
import { createProspect } from '../../support/factories.ts';
import { sendPayload, sendSigned } from '../../support/signed.ts';

const bot = useApp();

beforeEach(() => {
  bot.slack.said.length = 0;
  bot.slack.refusedBlocks.clear();
});

test('insights are answered by a chart, to the person alone', async () => {
  await becomeRep('U1');
  await giveYeses('U1', 20);

  await ask('U1', 'insights me 30');

  expect(bot.slack.said).toHaveLength(1);
  expect(bot.slack.said[0]).toMatchObject({ response_type: 'ephemeral' });
  expect(blockTypes()).toContain('data_visualization');
});

test('where Slack refuses charts the same comes in text', async () => {
  await becomeRep('U2');
  await giveYeses('U2', 20);
  bot.slack.refusedBlocks.add('data_visualization');

  await ask('U2', 'insights me 30');

  expect(bot.slack.said).toHaveLength(1);
  expect(blockTypes()).not.toContain('data_visualization');
  expect(JSON.stringify(bot.slack.said[0])).toContain('0 of 20, 0% (0–16)');
});

test('a button draws other days in place', async () => {
  await becomeRep('U3');

  await click('U3', '1.team.365');

  expect(bot.slack.said[0]).toMatchObject({ replace_original: true });
  expect(JSON.stringify(bot.slack.said[0])).toContain('Your team’s insights, last 365 days');
});

test.each([
  ['a word nobody knows', () => ask('U4', 'insights forever'), 'Write me or team, and 30, 90'],
  ['an old button', () => click('U4', '0.everybody.7'), 'This button is too old.'],
])('%s is a sentence', async (_title, act, sentence) => {
  await becomeRep('U4');

  await act();

  expect(JSON.stringify(bot.slack.said.at(-1))).toContain(sentence);
});

async function becomeRep(id: string): Promise<void> {
  addUser(bot.slack, id);
  await sendSigned(bot.events, commandBy(id));
}

async function ask(id: string, text: string): Promise<void> {
  const fields = commandBy(id, { text, response_url: bot.slack.respondUrl });
  const response = await sendSigned(bot.events, fields);
  expect([response.status, await response.text()]).toEqual([200, '']);
  await bot.settled();
}

async function click(id: string, value: string): Promise<void> {
  await sendPayload(bot.events, {
    type: 'block_actions',
    team: { id: TEAM, domain: 'northwind' },
    user: { id, team_id: TEAM },
    container: { type: 'message', is_ephemeral: true },
    trigger_id: `trigger-${id}`,
    response_url: bot.slack.respondUrl,
    actions: [
      { type: 'button', action_id: 'insights.days_365', block_id: 'b', action_ts: '1.1', value },
    ],
  });
  await bot.settled();
}

async function giveYeses(slackUserId: string, count: number): Promise<void> {
  const [workspace] = await listWorkspaces(bot.db);
  const workspaceId = workspace?.id ?? 0;
  const rep = await findRepBySlackUser(bot.db, { workspaceId, slackUserId });
  if (!rep) throw new Error('no rep');
  const now = new Date();
  for (let i = 0; i < count; i++) {
    const prospect = await createProspect(bot.db, { workspaceId, id: rep.id });
    await bot.db.insert(touches).values({
      ...{ workspaceId, prospectId: prospect.id, repId: rep.id },
      ...{ channel: 'call', outcome: 'yes', scores: true },
      touchedOn: now.toISOString().slice(0, 10),
      createdAt: now,
    });
  }
}

function blockTypes(): string[] {
  const [answer] = bot.slack.said as { blocks: { type: string }[] }[];
  return answer?.blocks.map(({ type }) => type) ?? [];
}
