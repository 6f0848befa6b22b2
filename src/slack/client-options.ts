import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import { createBoltLogger } from './bolt-logger.ts';

/**
 * How listeners call Slack: somebody waits, so a call ends soon, is tried once more at most, and a
 * rate limit is told rather than slept on. A new object each time: Bolt changes the one it gets.
 */
export function listenerClientOptions({
  apiUrl,
  log,
}: {
  apiUrl: string;
  log: Logger;
}): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    allowAbsoluteUrls: false,
    timeout: 2500,
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 400 },
    rejectRateLimitedCalls: true,
    logger: createBoltLogger(log),
  };
}
