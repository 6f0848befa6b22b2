import type { Page, Request } from 'playwright-core';

export const STEP_WITHIN_MS = 15_000;
const QUIET_MS = 500;

/** Answers what waits until the page has asked for nothing for a while: the bot may redraw after its answer. */
export function watchRequests(page: Page): () => Promise<void> {
  let running = 0;
  let last = Date.now();
  const counts = (address: string) => !address.endsWith('/control/events');
  page.on('request', (request) => {
    if (counts(request.url())) running += 1;
  });
  const ended = (request: Request) => {
    if (!counts(request.url())) return;
    running = Math.max(0, running - 1);
    last = Date.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    last = Date.now();
    await until(async () => (running === 0 && Date.now() - last > QUIET_MS ? true : null));
  };
}

/** Asks again and again until there is something. */
export async function until<T>(read: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + STEP_WITHIN_MS;
  for (;;) {
    const found = await read();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error('Nothing came of it.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
