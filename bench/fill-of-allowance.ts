import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DELIVERY_TIMINGS } from '../src/domain/delivery.ts';
import { startJobs } from '../src/jobs/start-jobs.ts';
import { databaseClocks } from '../src/services/clocks.ts';
import { createSenderClients } from '../src/slack/send/sender-client.ts';
import type { SenderDeps } from '../src/slack/send/sender-deps.ts';
import { plainRenderer } from '../test/support/delivery-machine.ts';
import { addDueReps, DUE_NOW, openPool, say, withBenchDatabase } from './bench-database.ts';

const SECONDS = 60;
const REPLICAS = 2;
const SLACK_ANSWERS_AFTER_MS = 80;

/** How much of what one busy workspace may send it does send: the burst, then four a second. */
async function main(): Promise<void> {
  const slack = await startQuietSlack();
  await withBenchDatabase(async ({ db, url }) => {
    await addDueReps(db, { workspaces: 1, reps: 300 });
    const pools = Array.from({ length: REPLICAS }, () => openPool(url));
    const fleet = pools.map(({ db: own }, index) =>
      startJobs(createDeps(own, slack.url), { name: `replica ${index}`, ticks: false }),
    );
    const started = Date.now();
    const ends = started + SECONDS * 1000;
    const sweepOn = async (jobs: (typeof fleet)[number]) => {
      while (Date.now() < ends) {
        await Promise.race([jobs.sweep(), sleep(ends - Date.now())]);
      }
    };
    await Promise.all(fleet.map(sweepOn));
    const seconds = (Date.now() - started) / 1000;
    const sent = slack.posts();
    await Promise.all(fleet.map((jobs) => jobs.stop()));
    await Promise.all(pools.map((pool) => pool.close()));
    const { sendBurst, sendEveryMs } = DELIVERY_TIMINGS;
    const allowed = sendBurst + (seconds * 1000) / sendEveryMs;
    say(
      `${sent} sent of ${allowed.toFixed(0)} allowed in ${seconds.toFixed(1)} s by ${REPLICAS} replicas, Slack answers after ${SLACK_ANSWERS_AFTER_MS} ms`,
    );
    say(`fill ${(sent / allowed).toFixed(3)}`);
  });
  slack.close();
}

function createDeps(db: ReturnType<typeof openPool>['db'], slackApiUrl: string): SenderDeps {
  const { machine } = databaseClocks(db);
  return {
    db,
    clocks: { machine, business: async () => DUE_NOW },
    timings: { ...DELIVERY_TIMINGS, spreadMs: 0 },
    clients: createSenderClients({
      tokenOf: async () => 'xoxb-bench',
      slackApiUrl,
      callMs: 15_000,
    }),
    renderers: { digest: plainRenderer(db) },
    redrawers: {},
    presence: new Map(),
    ownClock: () => new Date(),
    onTrouble: () => {},
  };
}

/** Takes every message and answers like Slack, neither sooner nor later. */
async function startQuietSlack() {
  let posts = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', async () => {
      await sleep(SLACK_ANSWERS_AFTER_MS);
      const isPost = request.url?.endsWith('/chat.postMessage') ?? false;
      if (isPost) posts += 1;
      const ts = `1700000000.${String(posts).padStart(6, '0')}`;
      const body = isPost ? { ok: true, channel: 'D0', ts } : { ok: true, user: {} };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    posts: () => posts,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

await main();
