import { expect, test } from 'vitest';
import { nextMorning } from '../../src/sandbox/control/move-clock.ts';
import { NOW, section, startScene } from './support/local-slack.ts';

test('an unknown command gets Slack’s own sentence', async () => {
  const { slack, app, ana, dm } = await startScene();

  const answer = await slack.control.type({ as: ana.id, channelId: dm.id, text: '/nonsense x' });

  expect(answer.problem).toMatch(/^\/nonsense is not a valid command/);
  expect(app.received).toEqual([]);
});

test('people, links and emails reach the app in angle brackets', async () => {
  const { slack, app, ana, ben, sales } = await startScene();
  const text = `/followup handover @ben #sales dana@acme.example https://acme.example "R&D" <b>`;

  await slack.control.type({ as: ana.id, channelId: sales.id, text });

  expect(app.last().payload.text).toBe(
    `handover <@${ben.id}|ben> <#${sales.id}|sales> <mailto:dana@acme.example|dana@acme.example> <https://acme.example> "R&amp;D" &lt;b&gt;`,
  );
});

test('a full name is a mention too, and a message has ids alone', async () => {
  const { slack, ana, ben, dm } = await startScene();

  await slack.control.type({ as: ana.id, channelId: dm.id, text: 'ask @Ben Okoro, please' });

  expect(slack.directory.messages(dm.id)).toMatchObject([{ text: `ask <@${ben.id}>, please` }]);
});

test('a command answered at once shows its answer', async () => {
  const { slack, app, ana, ben, sales } = await startScene();
  app.answer(() => ({ body: { text: 'Board', response_type: 'in_channel' } }));

  await slack.control.type({ as: ana.id, channelId: sales.id, text: '/followup board' });

  const { messages } = await slack.control.snapshot({ as: ben.id, channelId: sales.id });
  expect(messages.map(({ text }) => text)).toEqual(['/followup board', 'Board']);
});

test('a page that knows nobody yet is shown somebody', async () => {
  const { slack, ana } = await startScene();

  expect((await slack.control.snapshot({ as: '' })).me).toEqual(ana);
});

test('somebody who chooses another language in Slack has it there, and the app is told of a change', async () => {
  const { slack, api, app, ana } = await startScene();

  await slack.control.chooseLanguage({ as: ana.id, locale: 'de-DE' });

  expect(app.last().payload.event).toMatchObject({ type: 'user_change', user: { id: ana.id } });
  expect(JSON.stringify(app.last().payload.event)).not.toContain('locale');
  const { user } = await api('users.info', { user: ana.id, include_locale: true });
  expect(user).toMatchObject({ locale: 'de-DE' });
});

test('a language Slack does not have is refused', async () => {
  const { slack, ana } = await startScene();

  expect(await slack.control.chooseLanguage({ as: ana.id, locale: 'tlh' })).toMatchObject({
    ok: false,
    problem: 'Slack does not speak that here.',
  });
});

test('unread messages are counted for each person until seen', async () => {
  const { slack, api, ana, ben, sales } = await startScene();
  await api('chat.postMessage', { channel: sales.id, text: 'one' });
  await api('chat.postMessage', { channel: sales.id, text: 'two' });
  const unread = async (as: string): Promise<number | undefined> => {
    const { conversations } = await slack.control.snapshot({ as });
    return conversations.find(({ id }) => id === sales.id)?.unread;
  };

  await slack.control.markRead({ as: ana.id, channelId: sales.id });

  expect([await unread(ana.id), await unread(ben.id)]).toEqual([0, 2]);
});

test('somebody who left can do nothing, a guest can', async () => {
  const { slack, app, ana, ben, sales } = await startScene();
  await slack.directory.changePerson(ana.id, { deleted: true });
  await slack.directory.changePerson(ben.id, { isGuest: true });
  const type = (as: string): Promise<unknown> =>
    slack.control.type({ as, channelId: sales.id, text: '/followup' });

  expect(await type(ana.id)).toMatchObject({ ok: false });
  expect(await type(ben.id)).toEqual({ ok: true });
  expect(app.last().payload).toMatchObject({ user_id: ben.id });
});

test('App Home tells the app and shows what it drew', async () => {
  const { slack, app, api, ana } = await startScene();
  const view = { type: 'home', blocks: [section('Your day')] };
  await api('views.publish', { user_id: ana.id, view });

  await slack.control.openHome({ as: ana.id });

  expect(app.last().payload).toMatchObject({
    event: { type: 'app_home_opened', user: ana.id, tab: 'home', view: { type: 'home' } },
  });
});

test('a message shortcut carries the message, escaped', async () => {
  const { slack, app, ana, sales } = await startScene();
  await slack.control.type({ as: ana.id, channelId: sales.id, text: 'Dana & Tom' });
  const ts = slack.directory.messages(sales.id)[0]?.ts ?? '';
  const where = { as: ana.id, channelId: sales.id, ts };

  await slack.control.messageShortcut({ ...where, callbackId: 'log_message' });

  expect(app.last().payload).toMatchObject({
    type: 'message_action',
    message: { text: 'Dana &amp; Tom', user: ana.id, ts },
    response_url: expect.stringContaining('/hooks/response/'),
  });
  expect(await slack.control.messageShortcut({ ...where, callbackId: 'log' })).toMatchObject({
    problem: 'There is no such shortcut.',
  });
});

test.each([
  [
    'a Tuesday afternoon in London',
    '2026-11-17T14:00:00Z',
    'Europe/London',
    '2026-11-18T09:30:00.000Z',
  ],
  ['before nine on a Tuesday', '2026-11-17T08:00:00Z', 'Europe/London', '2026-11-17T09:30:00.000Z'],
  ['a morning that has begun', '2026-11-17T08:45:00Z', 'Europe/London', '2026-11-18T09:30:00.000Z'],
  [
    'twenty past nine, as the sandbox opens',
    '2026-11-17T08:20:00Z',
    'Europe/Berlin',
    '2026-11-18T08:30:00.000Z',
  ],
  [
    'Friday noon, over the weekend',
    '2026-11-20T12:00:00Z',
    'Europe/London',
    '2026-11-23T09:30:00.000Z',
  ],
  ['east of the date line', '2026-11-17T14:00:00Z', 'Pacific/Auckland', '2026-11-17T20:30:00.000Z'],
  [
    'over the end of summer time',
    '2026-10-30T18:00:00Z',
    'America/New_York',
    '2026-11-02T14:30:00.000Z',
  ],
])('the next morning from %s', (_title, now, zone, morning) => {
  expect(nextMorning(new Date(now), zone).toISOString()).toBe(morning);
});

test('the clock moves through whoever started this Slack', async () => {
  const moves: string[] = [];
  const { slack, ana } = await startScene({
    hooks: {
      moveClock: async (to) => void moves.push(to.toISOString()),
      nextEvent: async () => ({ at: '2026-11-17T15:00:00Z', label: 'Digest of Ana' }),
      startOver: async () => undefined,
    },
  });
  const move = (to: 'nextEvent' | 'nextMorning' | { at: string }): Promise<unknown> =>
    slack.control.moveClock({ to, as: ana.id });

  await move('nextEvent');
  await move('nextMorning');
  expect(await move({ at: NOW.toISOString() })).toMatchObject({
    problem: 'Time only moves forward.',
  });

  expect(moves).toEqual(['2026-11-17T15:00:00.000Z', '2026-11-18T09:30:00.000Z']);
});

test('a clock nobody gave a hook for stands still', async () => {
  const { slack, ana } = await startScene();

  expect(await slack.control.moveClock({ to: 'nextMorning', as: ana.id })).toEqual({
    ok: false,
    problem: 'This clock cannot be moved.',
  });
});

test('starting over empties the conversations and sets the scene again', async () => {
  let again = 0;
  const hooks = {
    moveClock: async () => undefined,
    nextEvent: async () => null,
    startOver: async () => void again++,
  };
  const { slack, api, dm, ana } = await startScene({ hooks });
  await api('chat.postMessage', { channel: dm.id, text: 'x' });

  await slack.control.startOver({});

  expect(again).toBe(1);
  expect(slack.directory.messages(dm.id)).toEqual([]);
  expect((await slack.control.snapshot({ as: ana.id })).me).toEqual(ana);
});
