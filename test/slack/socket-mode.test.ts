import { expect, test } from 'vitest';
import { createApp, type RunningApp } from '../../src/app.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { addUser, BOT_TOKEN, commandBy, TEAM } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { startSlackApi } from '../support/slack-api.ts';
import { startSocket } from '../support/socket.ts';

const database = useDatabase();

test('a command through the socket is answered, and a stop answers what was taken', async () => {
  const { app, slack, socket, port } = await startOverSocket();
  addUser(slack, 'UANA');
  addUser(slack, 'UGUEST', { is_restricted: true });

  socket.send('slash_commands', 'e1', commandBy('UGUEST'));
  const refused = await socket.answerTo('e1');
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  socket.send('slash_commands', 'e2', commandBy('UANA', { text: 'slow' }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stopped = app.stop();
  socket.send('slash_commands', 'e3', commandBy('UANA'));
  await stopped;

  expect(refused?.payload).toMatchObject({ text: expect.stringContaining('Guests cannot') });
  expect(await ready.json()).toMatchObject({ slack: 'connected' });
  expect((await socket.answerTo('e2'))?.payload).toMatchObject({ text: 'done' });
  expect(await socket.answerTo('e3', 200)).toBeNull();
  await Promise.all([slack.close(), socket.close()]);
});

test('an app token Slack refuses ends the start with a sentence', async () => {
  const { app, slack, socket, starting } = await prepare();
  slack.answers.set('apps.connections.open', { ok: false, error: 'invalid_auth' });

  await expect(starting()).rejects.toThrow(ConfigError);

  await app.stop();
  await Promise.all([slack.close(), socket.close()]);
});

async function startOverSocket() {
  const prepared = await prepare();
  const { port } = await prepared.starting();
  return { ...prepared, port };
}

async function prepare() {
  const [slack, socket] = await Promise.all([startSlackApi(), startSocket()]);
  slack.tokens.set(BOT_TOKEN, { teamId: TEAM, teamName: 'Northwind' });
  slack.answers.set('apps.connections.open', { ok: true, url: socket.url });
  const config = readConfig({
    DATABASE_URL: database.url,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: 'xapp-test',
    PORT: '0',
    HOST: '127.0.0.1',
  });
  const app: RunningApp = createApp({
    config,
    log: createLogger({ level: 'silent' }),
    listeners: (bolt) => {
      bolt.command('/followup', async ({ ack }) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await ack({ text: 'done' });
      });
    },
  });
  return { app, slack, socket, starting: () => app.start() };
}
