import { SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { ConfigError } from '../../config.ts';
import type { Logger } from '../../logger.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import type { Intake } from './intake.ts';

/**
 * How long the client waits for a pong, and also before it opens a new socket when Slack asks for one:
 * with the library's five seconds every refresh would lose requests.
 */
const PING_TIMEOUT_MS = 2000;

/** Requests through a socket the bot opens; no public address is needed. */
export function createSocketIntake({
  appToken,
  apiUrl,
  log,
}: {
  appToken: string;
  apiUrl: string;
  log: Logger;
}): Intake {
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: PING_TIMEOUT_MS,
    logger: createBoltLogger(log),
    // Its own options: the receiver adds retries to them that no listener's client should have.
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: 10_000 } },
  });
  const { client } = receiver;
  let isOpen = false;
  client.on('connected', () => {
    isOpen = true;
  });
  for (const state of ['reconnecting', 'disconnecting', 'disconnected', 'close']) {
    client.on(state, () => {
      isOpen = false;
    });
  }
  return {
    receiver,
    handle: null,
    open: async () => {
      await receiver.start().catch((error: unknown) => {
        throw refusalOf(error) ?? error;
      });
    },
    // What comes now stays unanswered: Slack gives it to another connection, or to the next one.
    pause: () => void client.removeAllListeners('slack_event'),
    close: () => client.disconnect(),
    isOpen: () => isOpen,
  };
}

function refusalOf(error: unknown): ConfigError | null {
  if (!(error instanceof WebAPIPlatformError)) return null;
  return new ConfigError([
    `SLACK_APP_TOKEN was refused by Slack (${error.data.error}). Make an app-level token with the scope connections:write.`,
  ]);
}
