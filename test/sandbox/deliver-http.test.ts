import { expect, test } from 'vitest';
import { sign } from '../../src/sandbox/deliver/sign.ts';
import { SIGNING_SECRET, startScene } from './support/local-slack.ts';

test('signs as the example on the page of Slack', () => {
  const secret = '8f742231b10e8888abcd99yyyzzz85a5';
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

  expect(sign(secret, 1531420618, body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

test('a command arrives signed, as a form of exactly that type', async () => {
  const { slack, app, ana, dm, team } = await startScene();

  await slack.control.type({ as: ana.id, channelId: dm.id, text: '/followup log Dana' });

  const { headers, rawBody, payload } = app.last();
  const timestamp = Number(headers['x-slack-request-timestamp']);
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(headers['x-slack-signature']).toBe(sign(SIGNING_SECRET, timestamp, rawBody));
  expect(payload).toMatchObject({
    command: '/followup',
    text: 'log Dana',
    team_id: team.id,
    user_id: ana.id,
    channel_name: 'directmessage',
    is_enterprise_install: 'false',
  });
});

test('an event arrives as JSON, in its wrapper', async () => {
  const { slack, app, ana, dm, team } = await startScene();

  await slack.control.type({ as: ana.id, channelId: dm.id, text: 'Dana & Tom: called' });

  expect(app.last().headers['content-type']).toBe('application/json');
  expect(app.last().payload).toMatchObject({
    type: 'event_callback',
    team_id: team.id,
    api_app_id: 'A0000001',
    event_id: expect.stringMatching(/^Ev/),
    authorizations: [{ team_id: team.id, user_id: team.botUserId, is_bot: true }],
    event: { type: 'message', channel_type: 'im', user: ana.id, text: 'Dana &amp; Tom: called' },
  });
});

test('direct messages stay private without the scope to read them', async () => {
  const { slack, app, ana, dm } = await startScene({ scopes: ['chat:write'] });

  await slack.control.type({ as: ana.id, channelId: dm.id, text: 'Hello' });

  expect(app.received).toEqual([]);
});

test('a person is told when the app does not answer in time', async () => {
  const { slack, app, ana, dm } = await startScene({ ackTimeoutMs: 50 });
  app.answer(() => 'never');

  const answer = await slack.control.type({ as: ana.id, channelId: dm.id, text: '/followup' });

  expect(answer).toEqual({
    ok: false,
    problem: '/followup failed with the error "operation_timeout"',
  });
});

test('an event that failed comes again with its number and reason', async () => {
  const { slack, app, ana } = await startScene({ eventRetryDelaysMs: [0, 1, 1] });
  app.answer(() => ({ status: app.received.length < 3 ? 500 : 200 }));

  await slack.control.openHome({ as: ana.id });
  const [first, second, third] = await app.heard(3);

  expect(first?.headers).not.toHaveProperty('x-slack-retry-num');
  expect(second?.headers).toMatchObject({
    'x-slack-retry-num': '1',
    'x-slack-retry-reason': 'http_error',
  });
  expect(third?.headers['x-slack-retry-num']).toBe('2');
  expect(third?.payload.event_id).toBe(first?.payload.event_id);
});

test('an app can refuse to hear an event again', async () => {
  const { slack, app, ana } = await startScene({ eventRetryDelaysMs: [0, 0, 0] });
  app.answer(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));

  await slack.control.openHome({ as: ana.id });
  app.answer(() => ({}));
  await slack.control.openHome({ as: ana.id });

  expect(app.received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
    undefined,
    undefined,
  ]);
});

test('changes of people, and the end of the installation, are told', async () => {
  const { slack, app, api, ben, team } = await startScene();
  await api('auth.test');
  const types = (): unknown[] =>
    app.received.map(({ payload }) => (payload as { event: { type: string } }).event.type);

  await slack.directory.changePerson(ben.id, { zone: 'Asia/Tokyo' });
  await slack.directory.changePerson(ben.id, { zone: 'Asia/Tokyo' });
  slack.directory.addPerson({ teamId: team.id, realName: 'Chi Tran' });
  await app.heard(2);
  await slack.directory.uninstall(team.id);

  expect(types()).toEqual(['user_change', 'team_join', 'tokens_revoked', 'app_uninstalled']);
  expect(await api('auth.test')).toMatchObject({ error: 'account_inactive' });
});
