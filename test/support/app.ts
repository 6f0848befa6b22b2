import { afterAll, beforeAll } from 'vitest';
import { type AppOptions, createApp, type RunningApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { useDatabase } from './database.ts';
import { SIGNING_SECRET } from './signed.ts';
import { type SlackApi, startSlackApi } from './slack-api.ts';

export const TEAM = 'T1';
export const BOT_TOKEN = 'xoxb-test';

/** The whole bot over signed HTTP, on a database of this file's own and a Slack that only notes. */
export function useApp(
  options: Partial<AppOptions> = {},
  environment: Record<string, string> = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
  },
) {
  const database = useDatabase();
  const lines: string[] = [];
  let slack: SlackApi | null = null;
  let app: RunningApp | null = null;
  let port = 0;

  beforeAll(async () => {
    slack = await startSlackApi();
    slack.tokens.set(BOT_TOKEN, { teamId: TEAM, teamName: 'Northwind' });
    const config = readConfig({
      DATABASE_URL: database.url,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      ...environment,
    });
    const log = createLogger({ level: 'debug' }, { write: (line) => lines.push(line) });
    app = createApp({ config, log, ...options });
    ({ port } = await app.start());
  });
  afterAll(async () => {
    await app?.stop();
    await slack?.close();
  });

  return {
    lines,
    get db() {
      return database.db;
    },
    get slack() {
      if (!slack) throw new Error('Slack is open inside tests only.');
      return slack;
    },
    get app() {
      if (!app) throw new Error('The app runs inside tests only.');
      return app;
    },
    url: database.url,
    settled: async () => app?.settled(),
    address: (path: string) => `http://127.0.0.1:${port}${path}`,
    get events() {
      return `http://127.0.0.1:${port}/slack/events`;
    },
  };
}

/** Makes somebody known to Slack: a full member unless told. */
export function addUser(slack: SlackApi, id: string, change: Record<string, unknown> = {}): void {
  slack.users.set(id, {
    id,
    team_id: TEAM,
    name: id.toLowerCase(),
    tz: 'Europe/Berlin',
    profile: { real_name: `Person ${id}`, email: `${id.toLowerCase()}@northwind.example` },
    ...change,
  });
}

/** The fields of a slash command by somebody. */
export function commandBy(userId: string, change: Record<string, string> = {}) {
  return {
    command: '/followup',
    text: 'help',
    team_id: TEAM,
    user_id: userId,
    channel_id: 'C1',
    trigger_id: `trigger-${userId}`,
    api_app_id: 'A1',
    ...change,
  };
}
