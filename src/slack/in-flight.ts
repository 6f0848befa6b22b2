import { setTimeout as sleep } from 'node:timers/promises';

/** Requests that are being worked on, so that a stop can wait for them: Bolt's own stop does not. */
export type InFlight = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether all of them ended within the time. */
  drained(withinMs: number): Promise<boolean>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    async run(work) {
      const done = work();
      const settled = done.then(
        () => {},
        () => {},
      );
      running.add(settled);
      try {
        return await done;
      } finally {
        running.delete(settled);
      }
    },
    async drained(withinMs) {
      const bound = new AbortController();
      const late = sleep(withinMs, undefined, { signal: bound.signal }).catch(() => {});
      const all = (async () => {
        while (running.size > 0) await Promise.all(running);
      })();
      await Promise.race([all, late]);
      bound.abort();
      return running.size === 0;
    },
  };
}
