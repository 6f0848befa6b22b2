import { expect, test } from 'vitest';
import { APP_TOKEN, section, startScene } from './support/local-slack.ts';

test('a call without a token, with a wrong one or with the wrong kind is refused', async () => {
  const { api } = await startScene();

  expect(await api('auth.test', {}, 'xoxb-guess')).toMatchObject({ error: 'invalid_auth' });
  expect(await api('auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
  expect(await api('auth.test', {}, APP_TOKEN)).toMatchObject({ error: 'not_allowed_token_type' });
  expect(await api('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
});

test('auth.test says who the bot is', async () => {
  const { api, team } = await startScene();

  expect(await api('auth.test')).toMatchObject({
    ok: true,
    team: 'Northwind',
    team_id: team.id,
    user_id: team.botUserId,
  });
});

test('forms are read like JSON and scopes come in a header', async () => {
  const { slack, team, sales } = await startScene();
  const blocks = JSON.stringify([section('Hello')]);
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    body: new URLSearchParams({ token: team.botToken, channel: sales.id, text: 'Hello', blocks }),
  });

  expect(await response.json()).toMatchObject({ ok: true, channel: sales.id });
  expect(response.headers.get('x-oauth-scopes')).toContain('chat:write');
  expect(slack.directory.messages(sales.id)).toMatchObject([
    { text: 'Hello', shownAt: '2026-11-17T14:00:00.000Z' },
  ]);
});

test('an unknown method and an unknown argument are named', async () => {
  const { api, sales } = await startScene();

  expect(await api('chat.shout')).toMatchObject({ error: 'unknown_method' });
  expect(await api('chat.postMessage', { channel: sales.id, text: 'x', txet: 'y' })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] unrecognized argument: txet'] },
  });
  expect(await api('users.info')).toMatchObject({
    response_metadata: { messages: ['[ERROR] missing required field: user'] },
  });
});

test('the workspace may be named in any call', async () => {
  const { api, team } = await startScene();

  expect(await api('auth.test', { team_id: team.id })).toMatchObject({ ok: true });
});

test('a missing scope is named', async () => {
  const { api, sales } = await startScene({ scopes: ['chat:write'] });

  expect(await api('users.list')).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'chat:write',
  });
  expect(await api('conversations.history', { channel: sales.id })).toMatchObject({
    error: 'missing_scope',
    needed: 'channels:history',
  });
});

test('posting needs a conversation the bot is in', async () => {
  const { api, slack, team } = await startScene();
  const { directory } = slack;
  const open = directory.addChannel({ teamId: team.id, name: 'open', members: [] });
  const closed = directory.addChannel({ teamId: team.id, name: 'closed', kind: 'private' });
  const old = directory.addChannel({ teamId: team.id, name: 'old' });
  directory.changeChannel(old.id, { archived: true });
  const post = (channel: string): Promise<unknown> =>
    api('chat.postMessage', { channel, text: 'x' });

  expect(await post(open.id)).toMatchObject({ error: 'not_in_channel' });
  expect(await post(closed.id)).toMatchObject({ error: 'channel_not_found' });
  expect(await post(old.id)).toMatchObject({ error: 'is_archived' });
  expect(await post('C9999999')).toMatchObject({ error: 'channel_not_found' });
});

test('a message says something, in blocks that Slack can show', async () => {
  const { api, sales } = await startScene();
  const post = (content: object): Promise<unknown> =>
    api('chat.postMessage', { channel: sales.id, ...content });

  expect(await post({})).toMatchObject({ error: 'no_text' });
  expect(await post({ blocks: 'none' })).toMatchObject({ error: 'invalid_blocks_format' });
  expect(await post({ blocks: [{ type: 'fancy' }] })).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: {
      messages: ['[ERROR] unsupported type: fancy [json-pointer:/blocks/0/type]'],
    },
  });
});

test('a message to a person who left is kept, opening a conversation with them fails', async () => {
  const { api, slack, ben } = await startScene();
  await slack.directory.changePerson(ben.id, { deleted: true });

  expect(await api('chat.postMessage', { channel: ben.id, text: 'x' })).toMatchObject({
    ok: true,
    channel: slack.directory.dmOf(ben.id).id,
  });
  expect(await api('conversations.open', { users: ben.id })).toMatchObject({
    error: 'user_disabled',
  });
});

test('an update without blocks takes them away and keeps the metadata', async () => {
  const { api, slack, dm } = await startScene();
  const metadata = { event_type: 'outbox', event_payload: { id: 'a1' } };
  const content = { text: 'one', blocks: [section('one')], metadata };
  const { ts } = await api('chat.postMessage', { channel: dm.id, ...content });

  await api('chat.update', { channel: dm.id, ts, text: 'two' });

  expect(slack.directory.messages(dm.id)).toMatchObject([
    { text: 'two', blocks: [], metadata, edited: true },
  ]);
});

test('an update finds its message by the id of the conversation, and not by the person', async () => {
  const { api, ana, dm } = await startScene();
  const { ts } = await api('chat.postMessage', { channel: ana.id, text: 'one' });

  expect(await api('chat.update', { channel: ana.id, ts, text: 'x' })).toMatchObject({
    error: 'channel_not_found',
  });
  expect(await api('chat.update', { channel: dm.id, ts: '1.000001', text: 'x' })).toMatchObject({
    error: 'message_not_found',
  });
  const long = 'x'.repeat(4001);
  expect(await api('chat.update', { channel: dm.id, ts, text: long })).toMatchObject({
    error: 'msg_too_long',
  });
});

test('history is newest first, in pages, with metadata when asked', async () => {
  const { api, dm } = await startScene();
  const metadata = { event_type: 'outbox', event_payload: { id: 'a1' } };
  const { ts: oldest } = await api('chat.postMessage', { channel: dm.id, text: 'one' });
  await api('chat.postMessage', { channel: dm.id, text: 'two', metadata });
  await api('chat.postMessage', { channel: dm.id, text: 'three' });

  const page = await api('conversations.history', { channel: dm.id, oldest, limit: 1 });
  const all = await api('conversations.history', {
    channel: dm.id,
    oldest,
    include_all_metadata: true,
  });

  expect(page).toMatchObject({ messages: [{ text: 'three' }], has_more: true });
  expect(all).toMatchObject({ messages: [{ text: 'three' }, { text: 'two', metadata }] });
  expect(all).toMatchObject({ has_more: false });
});

test('an ephemeral message is seen by one person and found by nobody', async () => {
  const { api, slack, sales, ana, ben } = await startScene();
  const content = { channel: sales.id, user: ana.id, text: 'Only you' };
  const { message_ts: ts } = await api('chat.postEphemeral', content);

  const seenBy = async (as: string): Promise<number> =>
    (await slack.control.snapshot({ as, channelId: sales.id })).messages.length;
  expect([await seenBy(ana.id), await seenBy(ben.id)]).toEqual([1, 0]);
  expect(await api('chat.update', { channel: sales.id, ts, text: 'x' })).toMatchObject({
    error: 'message_not_found',
  });
});

test('users.info tells the zone, the language when asked and the email with its scope', async () => {
  const { api, slack, team } = await startScene({ scopes: ['users:read'] });
  const yui = slack.directory.addPerson({
    teamId: team.id,
    realName: 'Yui Sato',
    zone: 'Asia/Tokyo',
    locale: 'ja-JP',
    isGuest: true,
  });

  const answer = await api('users.info', { user: yui.id, include_locale: true });

  expect(answer).toMatchObject({
    user: { tz: 'Asia/Tokyo', tz_offset: 32_400, locale: 'ja-JP', is_restricted: true },
  });
  expect(JSON.stringify(answer)).not.toContain('example.com');
});

test('one workspace knows nothing of another', async () => {
  const { api, slack, ana, dm } = await startScene();
  const other = slack.directory.addTeam({ name: 'Fabrikam' });

  expect(await api('users.info', { user: ana.id }, other.botToken)).toMatchObject({
    error: 'user_not_found',
  });
  expect(
    await api('chat.postMessage', { channel: dm.id, text: 'x' }, other.botToken),
  ).toMatchObject({ error: 'channel_not_found' });
});
