import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/client.ts';
import { createJobs, type JobParts, type Jobs } from '../../src/jobs/create-jobs.ts';
import { createLogger } from '../../src/logger.ts';
import { type Clocks, databaseClocks } from '../../src/services/clocks.ts';
import { createFailpoints } from './failpoints.ts';
import { divideTimings } from './options.ts';
import { businessTimeAt, type Order, type Simulation } from './steps.ts';

const SWEEP_EVERY_MS = 15_000;

/** The bot in a process of its own, with its times divided and a business clock that all replicas share. */
async function main(): Promise<void> {
  const simulation: Simulation = JSON.parse(process.env.CHAOS_SIMULATION ?? '{}');
  const config = readConfig(process.env);
  const failpoints = createFailpoints(Number(new URL(config.database.url).port));
  process.on('message', (order: Order) => failpoints.obey(order));
  // Without its driver nobody would ever end this process.
  process.on('disconnect', () => process.exit(0));
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, end);
  }
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
  process.send?.('ready');
}

function simulatedClocks(db: Db, simulation: Simulation): Clocks {
  const { machine } = databaseClocks(db);
  return {
    machine,
    business: async () => new Date(businessTimeAt((await machine()).getTime(), simulation)),
  };
}

/** The bot's jobs, swept as much more often as their times are divided. */
function fastJobs(parts: JobParts, { divisor }: Simulation): Jobs {
  const jobs = createJobs({ ...parts, timings: divideTimings(divisor) });
  let timer: NodeJS.Timeout | undefined;
  const sweepOn = () => {
    timer = setTimeout(() => {
      jobs
        .sweep()
        .catch(() => undefined)
        .finally(sweepOn);
    }, SWEEP_EVERY_MS / divisor);
  };
  return {
    ...jobs,
    start: async () => {
      await jobs.start();
      sweepOn();
    },
    stop: async () => {
      clearTimeout(timer);
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
