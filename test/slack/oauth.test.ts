import { expect, test } from 'vitest';
import { findInstallation } from '../../src/db/installations.ts';
import { listReps } from '../../src/db/reps.ts';
import { findWorkspaceBySlackTeam, listWorkspaces } from '../../src/db/workspaces.ts';
import { addUser, commandBy, useApp } from '../support/app.ts';
import { SIGNING_SECRET, sendSigned } from '../support/signed.ts';

const bot = useApp(
  {},
  {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_STATE_SECRET: 'a-state-secret-of-length',
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL: 'https://followup.example.com',
  },
);

test('an installation is kept sealed and whoever installed is the manager', async () => {
  letInstall({ teamId: 'TA', token: 'xoxb-a' });
  addUser(bot.slack, 'UINSTALLER', { team_id: 'TA' });
  const begun = await begin();

  const finished = await finish(begun);

  expect(begun.address.searchParams.get('redirect_uri')).toBe(
    'https://followup.example.com/slack/oauth_redirect',
  );
  expect(await finished.text()).toContain('Followup is installed.');
  expect(finished.headers.get('referrer-policy')).toBe('no-referrer');
  const workspace = await workspaceOf('TA');
  const sealed = await findInstallation(bot.db, workspace.id);
  expect(sealed?.encrypted.toString('latin1')).not.toContain('xoxb');
  const [rep] = await listReps(bot.db, workspace.id);
  expect(rep).toMatchObject({ slackUserId: 'UINSTALLER', isManager: true });
});

test('the same Slack user id in two workspaces is two reps, each answered with its own token (93)', async () => {
  for (const name of ['B', 'C']) {
    letInstall({ teamId: `T${name}`, token: `xoxb-${name}` });
    await finish(await begin());
  }
  bot.slack.calls.length = 0;

  for (const name of ['B', 'C']) {
    addUser(bot.slack, 'USAME', { team_id: `T${name}`, profile: { real_name: `Sam ${name}` } });
    await sendSigned(bot.events, commandBy('USAME', { team_id: `T${name}` }));
  }

  const reps = await Promise.all(
    ['TB', 'TC'].map(async (team) => listReps(bot.db, (await workspaceOf(team)).id)),
  );
  expect(reps.map((found) => found.map(({ name }) => name))).toEqual([['Sam B'], ['Sam C']]);
  expect(bot.slack.calls.map(({ token }) => token)).toEqual(['xoxb-B', 'xoxb-C']);
});

test.each([
  ['without a state (87)', (begun: Begun) => ({ ...begun, state: '' })],
  ['with a foreign state (87)', (begun: Begun) => ({ ...begun, state: 'a.9999999999999.c' })],
  ['in another browser (87)', (begun: Begun) => ({ ...begun, cookie: '' })],
])('a way back %s keeps nothing', async (_title, change) => {
  letInstall({ teamId: 'TX', token: 'xoxb-x' });

  const finished = await finish(change(await begin()));

  expect([finished.status, await finished.text()]).toEqual([
    400,
    expect.stringContaining('Start again.'),
  ]);
  expect((await listWorkspaces(bot.db)).map(({ slackTeamId }) => slackTeamId)).not.toContain('TX');
});

test('a state is good once (87)', async () => {
  letInstall({ teamId: 'TD', token: 'xoxb-d' });
  const begun = await begin();
  await finish(begun);

  expect((await finish(begun)).status).toBe(400);
});

test('a cancelled and an unconfirmed installation end on a page that repeats nothing (88)', async () => {
  const cancelled = await fetch(bot.address('/slack/oauth_redirect?error=access_denied&state=x'));
  bot.slack.answers.set('oauth.v2.access', { ok: false, error: 'invalid_code' });
  const unconfirmed = await finish(await begin());

  expect(await cancelled.text()).toContain('Followup was not installed.');
  expect([unconfirmed.status, await unconfirmed.text()]).toEqual([
    500,
    expect.stringContaining('nothing was kept'),
  ]);
  expect(bot.lines.join('')).not.toMatch(/the-code|client-secret/);
});

type Begun = { address: URL; state: string; cookie: string };

async function begin(): Promise<Begun> {
  const response = await fetch(bot.address('/slack/install'), { redirect: 'manual' });
  const address = new URL(response.headers.get('location') ?? '');
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { address, state: address.searchParams.get('state') ?? '', cookie };
}

async function finish({ state, cookie }: Begun): Promise<Response> {
  const query = new URLSearchParams({ code: 'the-code', state });
  return fetch(bot.address(`/slack/oauth_redirect?${query}`), { headers: { cookie } });
}

function letInstall({ teamId, token }: { teamId: string; token: string }): void {
  bot.slack.tokens.set(token, { teamId, teamName: teamId });
  bot.slack.answers.set('oauth.v2.access', {
    ok: true,
    access_token: token,
    scope: 'commands',
    bot_user_id: 'UBOT',
    token_type: 'bot',
    team: { id: teamId, name: teamId },
    enterprise: null,
    authed_user: { id: 'UINSTALLER' },
    is_enterprise_install: false,
    app_id: 'A1',
  });
}

async function workspaceOf(slackTeamId: string) {
  const workspace = await findWorkspaceBySlackTeam(bot.db, {
    slackTeamId,
    slackEnterpriseId: null,
  });
  if (!workspace) throw new Error('no workspace');
  return workspace;
}
