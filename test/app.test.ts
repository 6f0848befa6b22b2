import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import type { Jobs } from '../src/jobs/create-jobs.ts';
import { createLogger } from '../src/logger.ts';
import { addUser, BOT_TOKEN, commandBy, TEAM, useApp } from './support/app.ts';
import { SIGNING_SECRET, sendSigned } from './support/signed.ts';

const done: string[] = [];
let sweptAt: Date | null = null;
let skewMs = 0;
const jobs: Jobs = {
  start: async () => void done.push('jobs started'),
  sweep: async () => {
    sweptAt = new Date();
  },
  redraw: async () => {},
  stop: async () => void done.push('jobs stopped'),
  lastSweepAt: () => sweptAt,
  clockSkewMs: () => skewMs,
  lastAudit: () => null,
};
const bot = useApp({
  jobs: () => jobs,
  listeners: (app) => {
    app.command('/followup', async ({ command, ack }) => {
      await ack();
      if (command.text !== 'slow') return;
      await new Promise((resolve) => setTimeout(resolve, 600));
      done.push('slow listener ended');
    });
  },
});

test('health says that it lives and how old the time-zone data is (48)', async () => {
  const response = await fetch(bot.address('/healthz'));

  expect(response.status).toBe(200);
  const { alive, timeZoneData } = (await response.json()) as Record<string, unknown>;
  expect(alive).toBe(true);
  expect(timeZoneData).toContain(process.versions.tz);
});

test('it is ready once deliveries were looked at', async () => {
  const before = await fetch(bot.address('/readyz'));
  await bot.app.sweep();
  const after = await fetch(bot.address('/readyz'));

  expect(before.status).toBe(503);
  expect(await before.json()).toMatchObject({ ready: false, deliveries: 'not looked at yet' });
  expect(after.status).toBe(200);
  expect(await after.json()).toMatchObject({
    ready: true,
    database: 'answers',
    slack: 'connected',
    deliveries: 'looked at 0 seconds ago',
  });
});

test.each([
  [40_000, 200, '40 seconds ahead of the database'],
  [-600_000, 503, '600 seconds behind the database'],
])(
  'case 52: a clock %i ms off is told, and past five minutes it is not ready',
  async (ms, ...says) => {
    await bot.app.sweep();
    skewMs = ms;

    const response = await fetch(bot.address('/readyz'));
    skewMs = 0;

    const { clock } = (await response.json()) as Record<string, unknown>;
    expect([response.status, clock]).toEqual(says);
  },
);

describe('a start', () => {
  test('with a token Slack refuses ends with a sentence', async () => {
    const app = createSecond({ SLACK_BOT_TOKEN: 'xoxb-wrong' });

    await expect(app.start()).rejects.toThrow(
      /SLACK_BOT_TOKEN was refused by Slack \(invalid_auth\)/,
    );
    await expect(app.start()).rejects.toThrow(ConfigError);
    await app.stop();
  });

  test.each([
    ['nobody listens', () => 'postgres://followup:pw@127.0.0.1:9/followup', 'nothing listens'],
    ['it has no such database', () => bot.url.replace(/\/\w+$/, '/absent'), 'no database of that'],
  ])('with a database where %s ends with a sentence', async (_title, url, sentence) => {
    const app = createSecond({ DATABASE_URL: url() });

    await expect(app.start()).rejects.toThrow(sentence);
    await app.stop();
  });

  test('on a port that is taken ends with a sentence', async () => {
    const taken = new URL(bot.events).port;
    const app = createSecond({ PORT: taken });

    await expect(app.start()).rejects.toThrow(`PORT ${taken} or HOST 127.0.0.1 cannot be`);
    await app.stop();
  });

  test('waits for a Slack that cannot be reached, and can be stopped meanwhile', async () => {
    const app = createSecond({ SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    const starting = app.start();
    starting.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));

    await app.stop();

    await expect(starting).rejects.toThrow('aborted');
  });
});

test('a stop waits for the listener that runs and for the jobs, and takes nothing new', async () => {
  addUser(bot.slack, 'U1', { team_id: TEAM });
  const answer = await sendSigned(bot.events, commandBy('U1', { text: 'slow' }));

  await bot.app.stop();

  expect(answer.status).toBe(200);
  expect(done).toEqual(['jobs started', 'jobs stopped', 'slow listener ended']);
  await expect(fetch(bot.address('/healthz'))).rejects.toThrow();
});

function createSecond(environment: Record<string, string>) {
  const config = readConfig({
    DATABASE_URL: bot.url,
    SLACK_API_URL: bot.slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    PORT: '0',
    HOST: '127.0.0.1',
    ...environment,
  });
  return createApp({ config, log: createLogger({ level: 'silent' }) });
}
