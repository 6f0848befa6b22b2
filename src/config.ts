import { z } from 'zod';
import { EXAMPLES, LOG_LEVELS } from './config-examples.ts';
import { readSlackMode, type SlackMode } from './config-slack.ts';

/** Why the settings cannot be used, one line for each problem, by the name of the variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Settings to mend:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

export type DatabaseConfig = { url: string; migrateUrl: string };
export type SlackConfig = SlackMode & { apiUrl: string };
export type LogLevel = z.infer<typeof settingsSchema>['LOG_LEVEL'];

/** Every setting, parsed once at start. */
export type Config = {
  database: DatabaseConfig;
  slack: SlackConfig;
  http: { host: string; port: number; publicUrl: string | null; metricsToken: string | null };
  log: { level: LogLevel };
};

type Environment = Record<string, string | undefined>;

const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/);
const webAddress = z.url({ protocol: /^https?$/ });
const secret = z.string().min(8);

const settingsSchema = z.object({
  DATABASE_URL: postgresUrl,
  MIGRATE_DATABASE_URL: postgresUrl.optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_STATE_SECRET: z.string().min(16).optional(),
  ENCRYPTION_KEY: z.string().regex(BASE64_OF_32_BYTES).optional(),
  ENCRYPTION_KEY_OLD: z.string().regex(BASE64_OF_32_BYTES).optional(),
  SLACK_API_URL: webAddress.default('https://slack.com/api/'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: webAddress.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** Every variable, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as SettingName[];

/**
 * Reads every setting from the environment. An empty string is missing.
 * @throws ConfigError with all problems together; it never holds a value, only names and examples.
 */
export function readConfig(environment: Environment): Config {
  const given = withoutEmpty(environment);
  const parsed = settingsSchema.safeParse(given);
  const mode = readSlackMode((name) => given[name] ?? null);
  const problems = [
    ...(parsed.success ? [] : describeIssues(parsed.error.issues, given)),
    ...(mode.ok ? [] : [mode.problem]),
  ];
  if (!parsed.success || !mode.ok) throw new ConfigError(problems);
  return buildConfig(parsed.data, mode.value);
}

/** Reads what migrating needs, and nothing of Slack. */
export function readDatabaseConfig(environment: Environment): DatabaseConfig {
  const given = withoutEmpty(environment);
  const schema = settingsSchema.pick({ DATABASE_URL: true, MIGRATE_DATABASE_URL: true });
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ConfigError(describeIssues(parsed.error.issues, given));
  return databaseConfig(parsed.data);
}

function buildConfig(settings: Settings, mode: SlackMode): Config {
  return Object.freeze({
    database: databaseConfig(settings),
    slack: { ...mode, apiUrl: settings.SLACK_API_URL.replace(/\/*$/, '/') },
    http: {
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL?.replace(/\/*$/, '') ?? null,
      metricsToken: settings.METRICS_TOKEN ?? null,
    },
    log: { level: settings.LOG_LEVEL },
  });
}

function databaseConfig(
  settings: Pick<Settings, 'DATABASE_URL'> & { MIGRATE_DATABASE_URL?: string | undefined },
): DatabaseConfig {
  return {
    url: settings.DATABASE_URL,
    migrateUrl: settings.MIGRATE_DATABASE_URL ?? settings.DATABASE_URL,
  };
}

function withoutEmpty(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of SETTING_NAMES) {
    const value = environment[name]?.trim();
    if (value) kept[name] = value;
  }
  return kept;
}

/** A value is never repeated: it may be a secret that was put into the wrong variable. */
function describeIssues(issues: z.core.$ZodIssue[], given: Record<string, string>): string[] {
  const names = new Set(issues.map((issue) => String(issue.path[0])));
  return SETTING_NAMES.filter((name) => names.has(name)).map((name) => {
    const fault = given[name] === undefined ? 'is missing' : 'is not valid';
    return `${name} ${fault}. Example: ${EXAMPLES[name]}`;
  });
}
