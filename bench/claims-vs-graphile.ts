import { Logger, makeWorkerUtils, run, runMigrations } from 'graphile-worker';
import { DELIVERY_TIMINGS, UNPACED } from '../src/domain/delivery.ts';
import { beginSend } from '../src/services/begin-send.ts';
import { claimDeliveries } from '../src/services/claim-deliveries.ts';
import { databaseClocks } from '../src/services/clocks.ts';
import { deliveryContext } from '../src/services/delivery-context.ts';
import { MATERIALISE_LIMIT, materialiseDue } from '../src/services/materialise-due.ts';
import { settleDelivery } from '../src/services/settle-delivery.ts';
import { addDueReps, DUE_NOW, openPool, say, withBenchDatabase } from './bench-database.ts';

const JOBS = Number(process.argv[2] ?? 2_000);
const WORKSPACES = 40;
const AT_ONCE = 12;
const SILENT = new Logger(() => () => {});

/**
 * Planning, claiming, intending and settling deliveries against as many jobs of graphile-worker that
 * do nothing, on the same server. Ours commits an intent for each send; limits are production's, but
 * for the pace, which Slack asks for and the database does not.
 */
async function main(): Promise<void> {
  await withBenchDatabase(async ({ db, url }) => {
    await addDueReps(db, { workspaces: WORKSPACES, reps: JOBS });
    const ours = await measureOurs(url);
    await runMigrations({ connectionString: url, logger: SILENT });
    const plain = await measureGraphile(url, {});
    const batched = await measureGraphile(url, {
      localQueue: { size: 500 },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
    });
    say(
      `ours: ${JOBS} in ${ours.planSeconds.toFixed(2)} s planned, ${ours.sendSeconds.toFixed(2)} s claimed, begun and settled`,
    );
    const total = JOBS / (ours.planSeconds + ours.sendSeconds);
    say(
      `ours ${total.toFixed(0)}/s; graphile-worker ${plain.toFixed(0)}/s, batched ${batched.toFixed(0)}/s`,
    );
    say(
      `ratio to graphile-worker ${(total / plain).toFixed(2)}, batched ${(total / batched).toFixed(2)}`,
    );
  });
}

async function measureOurs(url: string) {
  const { db, close } = openPool(url);
  const clocks = { machine: databaseClocks(db).machine, business: async () => DUE_NOW };
  const timings = { ...DELIVERY_TIMINGS, ...UNPACED };
  const context = () => deliveryContext({ db, clocks, timings });
  const started = performance.now();
  while ((await materialiseDue(await context())).schedules === MATERIALISE_LIMIT);
  const planned = performance.now();
  let done = 0;
  while (done < JOBS) {
    const { deliveries } = await claimDeliveries(await context(), { claimedBy: 'bench' });
    await Promise.all(
      deliveries.map(async (delivery) => {
        const slackChannelId = `D${delivery.id}`;
        await beginSend(await context(), { delivery, slackChannelId, items: [] });
        done += 1;
        const outcome = { kind: 'sent' as const, slackChannelId, slackTs: `1700000000.${done}` };
        await settleDelivery(await context(), { delivery, outcome });
      }),
    );
  }
  const ended = performance.now();
  await close();
  return { planSeconds: (planned - started) / 1000, sendSeconds: (ended - planned) / 1000 };
}

async function measureGraphile(url: string, worker: Record<string, unknown>): Promise<number> {
  const utils = await makeWorkerUtils({ connectionString: url, logger: SILENT });
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const started = performance.now();
  const runner = await run({
    connectionString: url,
    preset: { worker: { ...worker, concurrentJobs: AT_ONCE, maxPoolSize: AT_ONCE } },
    noHandleSignals: true,
    logger: SILENT,
    taskList: {
      nothing: async () => {
        done += 1;
        if (done === JOBS) finish();
      },
    },
  });
  await utils.addJobs(
    Array.from({ length: JOBS }, (_none, index) => ({ identifier: 'nothing', payload: { index } })),
  );
  await finished;
  const seconds = (performance.now() - started) / 1000;
  await runner.stop();
  await utils.release();
  return JOBS / seconds;
}

await main();
