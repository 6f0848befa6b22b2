import { Logger, makeWorkerUtils, run } from 'graphile-worker';

export const QUIET = new Logger(() => () => {});
/** Its own default is one; ten is what its own measurements use. */
const CONCURRENCY = 10;

/** Adds and works off jobs that do nothing; answers how many a second. */
export async function runGraphile(
  url: string,
  { jobs, ...worker }: { jobs: number } & Record<string, unknown>,
): Promise<number> {
  const utils = await makeWorkerUtils({ connectionString: url, logger: QUIET });
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const runner = await run({
    connectionString: url,
    preset: { worker: { ...worker, concurrentJobs: CONCURRENCY, maxPoolSize: CONCURRENCY } },
    noHandleSignals: true,
    logger: QUIET,
    taskList: {
      nothing: async () => {
        done += 1;
        if (done === jobs) finish();
      },
    },
  });
  const started = performance.now();
  await utils.addJobs(
    Array.from({ length: jobs }, (_none, index) => ({ identifier: 'nothing', payload: { index } })),
  );
  await finished;
  // Stopping waits for the last completions to be written.
  await runner.stop();
  const seconds = (performance.now() - started) / 1000;
  await utils.release();
  return jobs / seconds;
}
