import type { App } from '@slack/bolt';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createApp, type RunningApp } from '../../src/app.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { reps, touches } from '../../src/db/schema.ts';
import { createLogger } from '../../src/logger.ts';
import { addUser, BOT_TOKEN, commandBy, TEAM } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';
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

test('case 117: a command that the socket brings twice is logged once', async () => {
  const { app, slack, socket, starting } = await prepare({ own: true });
  addUser(slack, 'UANA');
  await starting();
  socket.send('slash_commands', 'e1', commandBy('UANA'));
  await socket.answerTo('e1');
  const [ana] = await database.db.select().from(reps).where(eq(reps.slackUserId, 'UANA'));
  if (!ana) throw new Error('no rep');
  const dana = await createProspect(database.db, ana);

  const command = commandBy('UANA', { text: 'log Dana Reyes at Acme: called, no answer' });
  for (const id of ['e2', 'e3', 'e2']) socket.send('slash_commands', id, command);
  const answers = await Promise.all([socket.answerTo('e2'), socket.answerTo('e3')]);
  await app.stop();

  for (const answer of answers) {
    expect(JSON.stringify(answer?.payload)).toContain('Logged: call, no answer');
  }
  const saved = await database.db.select().from(touches).where(eq(touches.prospectId, dana.id));
  expect(saved).toHaveLength(1);
  await Promise.all([slack.close(), socket.close()]);
});

test('an app token Slack refuses ends the start with a sentence', async () => {
  const { app, slack, socket, starting } = await prepare();
  slack.answers.set('apps.connections.open', { ok: false, error: 'invalid_auth' });

  await expect(starting()).rejects.toThrow(ConfigError);

  await app.stop();
  await Promise.all([slack.close(), socket.close()]);
});

function listenSlowly(bolt: App): void {
  bolt.command('/followup', async ({ ack }) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await ack({ text: 'done' });
  });
}

async function startOverSocket() {
  const prepared = await prepare();
  const { port } = await prepared.starting();
  return { ...prepared, port };
}

/** With the bot's own listeners, or a slow one. */
async function prepare({ own = false } = {}) {
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
    ...(own ? {} : { listeners: listenSlowly }),
  });
  return { app, slack, socket, starting: () => app.start() };
}
