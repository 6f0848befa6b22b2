import { describe, expect, test } from 'vitest';
import { listReps } from '../../src/db/reps.ts';
import { listWorkspaces } from '../../src/db/workspaces.ts';
import { addUser, commandBy, TEAM, useApp } from '../support/app.ts';
import { sendSigned } from '../support/signed.ts';

const bot = useApp();

describe('signatures', () => {
  test.each([
    ['a wrong secret (76)', { secret: 'another' }, 401],
    ['no version (76)', { signature: 'abcdef' }, 401],
    ['another version (76)', { signature: 'v1=abcdef' }, 401],
    ['a cut one (76)', { signature: 'v0=abcdef' }, 401],
    ['a timestamp six minutes old (78)', { secondsAgo: 360 }, 401],
    ['a timestamp ten minutes ahead, our clock behind (52, 78)', { secondsAgo: -600 }, 401],
    ['a timestamp ten minutes old, our clock ahead (52)', { secondsAgo: 600 }, 401],
    ['a timestamp four minutes ahead', { secondsAgo: -240 }, 200],
  ])('with %s the answer is as it must be', async (_title, options, status) => {
    addUser(bot.slack, 'U1');

    const response = await sendSigned(bot.events, commandBy('U1'), options);

    expect(response.status).toBe(status);
  });

  test('ssl_check carries no request in (77)', async () => {
    const fields = { ...commandBy('U9'), ssl_check: '1' };

    const response = await sendSigned(bot.events, fields, { secret: 'another' });

    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('a body over the limit is refused before its signature is looked at (81)', async () => {
    const response = await sendSigned(bot.events, { text: 'x'.repeat(600_000) });

    expect(response.status).toBe(413);
  });

  test('other methods and paths are refused (80)', async () => {
    const answers = await Promise.all([
      fetch(bot.events),
      fetch(bot.address('/slack/install')),
      fetch(bot.address('//')),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([405, 404, 404]);
  });

  test.each([
    ['a user that is null', { type: 'block_actions', user: null, actions: [{}] }],
    ['no user', { type: 'view_submission', view: { blocks: 7 } }],
    ['a list', [1, 2]],
    ['a word', 'hello'],
  ])('a signed body with %s is no server error (84)', async (_title, payload) => {
    const response = await sendSigned(bot.events, { payload: JSON.stringify(payload) });

    expect(response.status).toBe(200);
  });
});

describe('who asks', () => {
  test.each([
    ['a guest', { is_restricted: true }, 'Guests cannot use Followup'],
    ['a guest of one channel', { is_ultra_restricted: true }, 'Guests cannot use Followup'],
    ['a bot', { is_bot: true }, 'Followup works for people'],
    ['somebody deactivated', { deleted: true }, 'is deactivated'],
    ['somebody of another team', { team_id: 'T9' }, 'Only members of this Slack workspace'],
  ])('%s is refused politely and becomes no rep (97)', async (title, change, sentence) => {
    const id = `U${title.replaceAll(' ', '').toUpperCase()}`;
    addUser(bot.slack, id, change);

    const response = await sendSigned(bot.events, commandBy(id));

    const answer = (await response.json()) as { response_type: string; text: string };
    expect(answer.response_type).toBe('ephemeral');
    expect(answer.text).toContain(sentence);
    expect(await slackUsersKnown()).not.toContain(id);
  });

  test('somebody nobody can see is a stranger (97)', async () => {
    const response = await sendSigned(bot.events, commandBy('UNOBODY'));

    expect(await response.text()).toContain('Only members of this Slack workspace');
  });

  test('another Slack team finds nothing installed', async () => {
    const response = await sendSigned(bot.events, commandBy('U1', { team_id: 'T9' }));

    expect(await response.text()).toContain('not installed in this Slack workspace');
  });

  test('a click by a person of another team is refused in the conversation (97)', async () => {
    const payload = {
      type: 'block_actions',
      team: { id: TEAM, domain: 'northwind' },
      user: { id: 'U1', team_id: 'T9' },
      container: { type: 'message' },
      response_url: bot.slack.respondUrl,
      actions: [{ type: 'button', action_id: 'log', block_id: 'b', action_ts: '1.1' }],
    };

    const response = await sendSigned(bot.events, { payload: JSON.stringify(payload) });

    expect([response.status, await response.text()]).toEqual([200, '']);
    await bot.settled();
    expect(bot.slack.said.at(-1)).toMatchObject({
      response_type: 'ephemeral',
      text: 'Only members of this Slack workspace can use Followup.',
    });
  });
});

async function slackUsersKnown(): Promise<string[]> {
  const [workspace] = await listWorkspaces(bot.db);
  const reps = await listReps(bot.db, workspace?.id ?? 0);
  return reps.map(({ slackUserId }) => slackUserId);
}
