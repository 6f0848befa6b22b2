import { LogLevel, type Logger as SlackLogger } from '@slack/logger';
import { describeError, type Logger } from '../logger.ts';

/**
 * Slack's libraries write through our log. Their debug lines hold whole requests and are dropped;
 * of the others the opening words are kept, because what follows may quote what a person typed.
 */
export function createBoltLogger(log: Logger): SlackLogger {
  return {
    debug: () => {},
    info: (...said) => log.debug(fieldsOf(said), wordsOf(said)),
    warn: (...said) => log.warn(fieldsOf(said), wordsOf(said)),
    error: (...said) => log.error(fieldsOf(said), wordsOf(said)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}

function fieldsOf(said: unknown[]): Record<string, unknown> {
  const error = said.find((part) => part instanceof Error);
  const slackError = /API error occurred: (\w+)/.exec(said.filter(isText).join(' '))?.[1];
  return {
    from: 'slack library',
    ...(error ? { err: describeError(error) } : {}),
    ...(slackError ? { slackError } : {}),
  };
}

function wordsOf(said: unknown[]): string {
  const [words = 'An error.'] = said.filter(isText);
  return words.split(/[:(]/)[0]?.trim().slice(0, 120) ?? '';
}

function isText(part: unknown): part is string {
  return typeof part === 'string';
}
