import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/client.ts';
import { createJobs, type JobParts, type Jobs } from '../../src/jobs/create-jobs.ts';
import { createLogger } from '../../src/logger.ts';
import { type Clocks, databaseClocks } from '../../src/services/clocks.ts';
import { deliveryContext } from '../../src/services/delivery-context.ts';
import { planUnsentNotices } from '../../src/services/plan-unsent-notice.ts';
import { readBusinessClock } from './business-clock.ts';
import { createFailpoints } from './failpoints.ts';
import { divideTimings } from './options.ts';
import { BEGIN, type Order, type Progress, type Simulation } from './steps.ts';

/** The timetable's, in milliseconds. */
const SWEEP_EVERY_MS = 15_000;
const UNSENT_EVERY_MS = 600_000;

/** The bot in a process of its own, with its times divided and a business clock that all replicas share. */
async function main(): Promise<void> {
  const simulation: Simulation = JSON.parse(process.env.CHAOS_SIMULATION ?? '{}');
  const config = readConfig(process.env);
  const failpoints = createFailpoints(Number(new URL(config.database.url).port));
  // Without its driver nobody would ever end this process.
  process.on('disconnect', () => process.exit(0));
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, end);
  }
  const begun = new Promise<void>((begin) => {
    process.on('message', (said: Order | typeof BEGIN) => {
      if (said === BEGIN) begin();
      else failpoints.obey(said);
    });
  });
  tell('loaded');
  await begun;
  const app = createApp({
    config,
    log: createLogger(config.log),
    clocks: (db) => simulatedClocks(db, simulation),
    jobs: (parts) => fastJobs(parts, simulation),
  });
  process.on('SIGTERM', () => {
    app.stop().then(() => process.exit(0), end);
  });
  await app.start();
  tell('ready');
}

function tell(progress: Progress): void {
  process.send?.(progress);
}

function simulatedClocks(db: Db, { standsAt }: Simulation): Clocks {
  const { machine } = databaseClocks(db);
  const business = async () =>
    standsAt === undefined ? readBusinessClock(db) : new Date(standsAt);
  return { machine, business };
}

/** The bot's jobs, as much more often as their times are divided. */
function fastJobs(parts: JobParts, { divisor }: Simulation): Jobs {
  const timings = divideTimings(divisor);
  const jobs = createJobs({ ...parts, timings });
  const stops: (() => void)[] = [];
  const often = (everyMs: number, run: () => Promise<unknown>) => {
    let timer: NodeJS.Timeout | undefined;
    const goOn = () => {
      const next = () =>
        run()
          .catch(() => undefined)
          .finally(goOn);
      timer = setTimeout(next, everyMs / divisor);
    };
    goOn();
    stops.push(() => clearTimeout(timer));
  };
  return {
    ...jobs,
    start: async () => {
      await jobs.start();
      often(SWEEP_EVERY_MS, jobs.sweep);
      often(UNSENT_EVERY_MS, async () =>
        planUnsentNotices(await deliveryContext({ ...parts, timings })),
      );
    },
    stop: async () => {
      for (const stop of stops) stop();
      await jobs.stop();
    },
  };
}

function end(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${stack}\n`);
  process.exit(1);
}

main().catch(end);
