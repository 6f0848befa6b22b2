import type { IncomingMessage } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { Logger } from '../../logger.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import type { Intake } from './intake.ts';

export const EVENTS_PATH = '/slack/events';

/** Slack's requests are far smaller; the signature of a larger one is not even computed. */
const BODY_LIMIT = '512kb';
const SIGNATURE_WINDOW_S = 300;

/** Signed requests over HTTP. Our own server listens, so Bolt's is never started. */
export function createHttpIntake({
  signingSecret,
  log,
}: {
  signingSecret: string;
  log: Logger;
}): Intake {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    bodyLimit: BODY_LIMIT,
    logger: createBoltLogger(log),
  });
  return {
    receiver,
    handle: (request, response) => {
      if (isFromFuture(request)) {
        response.writeHead(401).end();
        return;
      }
      receiver.requestListener(request, response);
    },
    open: async () => {},
    pause: () => {},
    close: async () => {},
    isOpen: () => true,
  };
}

/**
 * Bolt refuses signatures older than five minutes and takes those of any later time, which would stay
 * good for a replay until then. Signatures live on machine time.
 */
function isFromFuture({ headers }: IncomingMessage): boolean {
  const signedAt = Number(headers['x-slack-request-timestamp']);
  return signedAt > Date.now() / 1000 + SIGNATURE_WINDOW_S;
}
