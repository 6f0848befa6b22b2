import { SocketModeClient } from '@slack/socket-mode';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { APP_TOKEN, callApi, type Scene, startScene } from './support/local-slack.ts';

type Envelope = { type: string; envelope_id: string } & Record<string, unknown>;

const SOCKET = { deliver: { kind: 'socket' } } as const;

type Socket = {
  /** The next message, in order. */
  next(): Promise<Envelope>;
  ack(envelope: Envelope, payload?: unknown): void;
  close(): Promise<void>;
};

async function connect({ slack }: Scene): Promise<Socket> {
  const opened = await callApi(slack, {
    method: 'apps.connections.open',
    args: {},
    token: APP_TOKEN,
  });
  const socket = new WebSocket(String(opened.url));
  onTestFinished(() => socket.terminate());
  const messages: Envelope[] = [];
  const waiting: ((envelope: Envelope) => void)[] = [];
  socket.on('message', (data) => {
    const envelope: Envelope = JSON.parse(data.toString());
    const waiter = waiting.shift();
    if (waiter) waiter(envelope);
    else messages.push(envelope);
  });
  return {
    next: () =>
      new Promise((resolve) => {
        const first = messages.shift();
        if (first) resolve(first);
        else waiting.push(resolve);
      }),
    ack: ({ envelope_id }, payload) => socket.send(JSON.stringify({ envelope_id, payload })),
    close: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve());
        socket.close();
      }),
  };
}

test('a connection says hello and carries a command to its answer', async () => {
  const scene = await startScene(SOCKET);
  const socket = await connect(scene);
  expect(await socket.next()).toMatchObject({ type: 'hello', num_connections: 1 });

  const { slack, ana, dm } = scene;
  const typed = slack.control.type({ as: ana.id, channelId: dm.id, text: '/followup help' });
  const envelope = await socket.next();
  socket.ack(envelope, { text: 'Here is how' });

  expect(envelope).toMatchObject({
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: { command: '/followup', text: 'help' },
  });
  expect(await typed).toEqual({ ok: true });
  expect(slack.directory.messages(dm.id).at(-1)).toMatchObject({ text: 'Here is how' });
});

test('nobody listening is a fault for people, and events wait', async () => {
  const scene = await startScene(SOCKET);
  const { slack, ana, dm } = scene;

  const answer = await slack.control.type({ as: ana.id, channelId: dm.id, text: '/followup' });
  await slack.control.openHome({ as: ana.id });
  const socket = await connect(scene);
  await socket.next();

  expect(answer.problem).toContain('dispatch_failed');
  expect(await socket.next()).toMatchObject({
    type: 'events_api',
    payload: { event: { type: 'app_home_opened' } },
  });
});

test('what is not acknowledged comes again', async () => {
  const scene = await startScene({ ...SOCKET, ackTimeoutMs: 30, eventRetryDelaysMs: [0] });
  const socket = await connect(scene);
  await socket.next();

  const opened = scene.slack.control.openHome({ as: scene.ana.id });
  const first = await socket.next();
  const second = await socket.next();
  socket.ack(second);
  await opened;

  expect(first).toMatchObject({ retry_attempt: 0 });
  expect(second).toMatchObject({
    envelope_id: first.envelope_id,
    retry_attempt: 1,
    retry_reason: 'timeout',
  });
});

test('what a closed connection did not acknowledge goes to the next', async () => {
  const scene = await startScene(SOCKET);
  const first = await connect(scene);
  await first.next();
  const opened = scene.slack.control.openHome({ as: scene.ana.id });
  const sent = await first.next();
  await first.close();

  const second = await connect(scene);
  await second.next();
  const again = await second.next();
  second.ack(again);
  await opened;

  expect(again).toMatchObject({ envelope_id: sent.envelope_id, retry_attempt: 0 });
});

test('each payload goes to one of the connections', async () => {
  const scene = await startScene(SOCKET);
  const sockets = [await connect(scene), await connect(scene)];
  for (const socket of sockets) await socket.next();

  for (const socket of sockets) {
    const opened = scene.slack.control.openHome({ as: scene.ana.id });
    socket.ack(await socket.next());
    await opened;
  }

  const shown = await scene.slack.control.traffic({});
  expect(shown.filter(({ transport }) => transport === 'socket')).toHaveLength(2);
});

test('a ticket opens one connection', async () => {
  const scene = await startScene(SOCKET);
  const { slack } = scene;
  const args = { method: 'apps.connections.open', args: {}, token: APP_TOKEN };
  const { url } = await callApi(slack, args);
  const knock = (): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(String(url));
      socket.once('open', () => resolve('open'));
      socket.once('error', (error) => resolve(error.message));
      onTestFinished(() => socket.terminate());
    });

  expect(await knock()).toBe('open');
  expect(await knock()).toContain('403');
});

test('the client of Slack connects and answers', async () => {
  const scene = await startScene(SOCKET);
  const { slack, ana, dm } = scene;
  const client = new SocketModeClient({
    appToken: APP_TOKEN,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  onTestFinished(() => client.disconnect());
  client.on('slash_commands', ({ ack }) => ack({ text: 'Hello from the client' }));
  await client.start();

  await slack.control.type({ as: ana.id, channelId: dm.id, text: '/followup' });

  expect(slack.directory.messages(dm.id).at(-1)).toMatchObject({ text: 'Hello from the client' });
});
