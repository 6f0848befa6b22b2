import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Above 10080, the last port that `fetch` and browsers refuse to talk to, and below those a computer gives
 * to connections that go out: none of those can take one meanwhile.
 */
const [FIRST, LAST] = [10_081, 32_767];
const TRIES = 100;

/** A port of this computer that nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = randomInt(FIRST, LAST + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found from ${FIRST} to ${LAST} on 127.0.0.1.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
