import { DrizzleQueryError } from 'drizzle-orm';
import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { postgresCodeOf } from './db/faults.ts';

type WriteLine = {
  (message: string): void;
  (fields: Record<string, unknown>, message: string): void;
};

export type Logger = Record<'fatal' | 'error' | 'warn' | 'info' | 'debug', WriteLine>;

/** Keys whose values are never written, wherever they stand in the first two levels. */
const WITHHELD = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'clientSecret',
  'stateSecret',
  'authorization',
  'password',
  'secret',
  'code_verifier',
  'email',
  'phone',
  'realName',
  'text',
  'note',
  'body',
  'payload',
  'params',
];

/** What must not be read even inside another text: Slack's tokens and hooks, passwords, addresses. */
const SECRETS: [RegExp, string][] = [
  [/\bxox[a-z](\.xox[a-z])?-[\w-]+/g, '[token]'],
  [/\bxapp-[\w-]+/g, '[token]'],
  [/:\/\/[^\s:/@"]+:[^\s@"]+@/g, '://[withheld]@'],
  [/hooks\.slack\.com\/[\w/.-]+/g, 'hooks.slack.com/[withheld]'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[address]'],
];

/**
 * Structured lines for the operator. Write ids and codes, never what a person typed: a caught error
 * goes under `err`, which keeps its name, code and stack but not its message.
 */
export function createLogger(config: { level: LogLevel }, stream?: DestinationStream): Logger {
  const options = {
    level: config.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: WITHHELD.flatMap((key) => [key, `*.${key}`]), censor: '[withheld]' },
    hooks: { streamWrite: withoutSecrets },
  };
  return stream ? pino(options, stream) : pino(options);
}

export type ErrorDescription = {
  name: string;
  code: string | null;
  query?: string;
  stack: string[];
  cause?: ErrorDescription;
};

/**
 * What may be written about an error. Messages are left out: a database's holds the values of the
 * query, a validator's what the person typed. The query stands with its placeholders.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, code: null, stack: [] };
  if (error instanceof DrizzleQueryError) {
    const { query, stack } = error;
    return {
      name: 'DrizzleQueryError',
      code: postgresCodeOf(error),
      query,
      stack: framesOf(stack),
    };
  }
  const inner = error.cause ?? originalOf(error);
  return {
    name: error.name,
    code: codeOf(error),
    stack: framesOf(error.stack),
    ...(inner instanceof Error && inner !== error ? { cause: describeError(inner) } : {}),
  };
}

/** Slack's own answer says more than its library's code; other codes are taken as they are. */
function codeOf(error: Error): string | null {
  const { data, code } = error as { data?: { error?: unknown }; code?: unknown };
  const found = [data?.error, code].find((value) => typeof value === 'string');
  return typeof found === 'string' && /^\w{1,60}$/.test(found) ? found : null;
}

function originalOf(error: Error): unknown {
  return (error as { original?: unknown }).original;
}

function framesOf(stack: string | undefined): string[] {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => line.trim());
}

function withoutSecrets(line: string): string {
  return SECRETS.reduce((kept, [pattern, word]) => kept.replace(pattern, word), line);
}
