/** Runs a job one pass at a time. */
export type Turnstile<T> = {
  /** A whole pass that begins after the call: a pass that is waiting to begin serves all who ask. */
  pass(): Promise<T>;
  /** Resolves when nothing runs, or when the time is over. */
  settled(waitMs: number): Promise<void>;
};

export function createTurnstile<T>(job: () => Promise<T>): Turnstile<T> {
  let running: Promise<unknown> = Promise.resolve();
  let waiting: Promise<T> | null = null;
  return {
    pass() {
      waiting ??= running.then(() => {
        waiting = null;
        const pass = job();
        running = pass.catch(() => {});
        return pass;
      });
      return waiting;
    },
    async settled(waitMs) {
      let timer: NodeJS.Timeout | undefined;
      const timeUp = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, waitMs);
      });
      await Promise.race([waiting ?? running, timeUp]).catch(() => {});
      clearTimeout(timer);
    },
  };
}
