import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, SETTING_NAMES } from '../src/config.ts';

const DATABASE = { DATABASE_URL: 'postgres://followup:pw@localhost:5432/followup' };
const KEY = Buffer.alloc(32, 7).toString('base64');
const OAUTH = {
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_SIGNING_SECRET: 'signing-secret',
  SLACK_STATE_SECRET: 'a-state-secret-of-length',
  ENCRYPTION_KEY: KEY,
};

describe('readConfig', () => {
  test.each([
    ['http', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing-secret' }],
    ['socket', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }],
    [
      'socket',
      {
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_SIGNING_SECRET: 'signing-secret',
      },
    ],
    ['oauth', OAUTH],
  ])('finds the mode %s in %o', (mode, slack) => {
    expect(readConfig({ ...DATABASE, ...slack }).slack.mode).toBe(mode);
  });

  test('gives every default', () => {
    const config = readConfig({
      ...DATABASE,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
    });

    expect(config).toEqual({
      database: { url: DATABASE.DATABASE_URL, migrateUrl: DATABASE.DATABASE_URL },
      slack: {
        mode: 'socket',
        botToken: 'xoxb-1',
        appToken: 'xapp-1',
        apiUrl: 'https://slack.com/api/',
      },
      http: { host: '0.0.0.0', port: 3000, publicUrl: null, metricsToken: null },
      log: { level: 'info' },
    });
  });

  test('opens tokens with the key before as well', () => {
    const old = Buffer.alloc(32, 8).toString('base64');

    const { slack } = readConfig({ ...DATABASE, ...OAUTH, ENCRYPTION_KEY_OLD: old });

    expect(slack.mode === 'oauth' && slack.encryptionKeys.map((key) => key[0])).toEqual([7, 8]);
  });

  test('reports everything that is missing at once', () => {
    expect(problemsOf({})).toEqual([
      'DATABASE_URL is missing. Example: postgres://followup:password@localhost:5432/followup',
      expect.stringMatching(
        /^Nothing says how to reach Slack(.|\n)*Socket Mode: SLACK_BOT_TOKEN \(xoxb-… .*SLACK_APP_TOKEN \(xapp-…(.|\n)*ENCRYPTION_KEY \(32 bytes/,
      ),
    ]);
  });

  test('takes an empty string for a missing setting', () => {
    const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, ' ']));

    expect(problemsOf(empty)).toEqual(problemsOf({}));
  });

  test('says what the nearest mode still needs', () => {
    const { ENCRYPTION_KEY, SLACK_STATE_SECRET, ...most } = OAUTH;

    const [problem] = problemsOf({ ...DATABASE, ...most });

    expect(problem).toMatch(
      /^SLACK_STATE_SECRET .*, ENCRYPTION_KEY .* are missing for many workspaces/,
    );
  });

  test('refuses settings of one workspace beside those of many', () => {
    const [problem] = problemsOf({ ...DATABASE, ...OAUTH, SLACK_BOT_TOKEN: 'xoxb-1' });

    expect(problem).toContain('set one or the others');
  });

  test.each([
    ['DATABASE_URL', 'mysql://secret-host'],
    ['SLACK_BOT_TOKEN', 'secret-xoxp'],
    ['ENCRYPTION_KEY', 'secret-and-short'],
    ['PORT', 'secret-port'],
    ['PUBLIC_URL', 'ftp://secret'],
    ['LOG_LEVEL', 'secret-level'],
    ['METRICS_TOKEN', 'secret'],
  ])('names %s when it is wrong and keeps its value back', (name, value) => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

    const problems = problemsOf({ ...DATABASE, ...slack, [name]: value });

    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} is not valid. Example`))]);
    expect(problems.join()).not.toContain('secret');
  });
});

test('.env.example holds every setting in the same order', async () => {
  const example = await readFile('.env.example', 'utf8');

  const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

  expect(names).toEqual(SETTING_NAMES);
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
