import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import type { LocalSlack } from '../../src/sandbox/contract.ts';
import { startLocalSlack } from '../../src/sandbox/server.ts';
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from '../../src/slack/scopes.ts';
import { bundle, removeBundle } from './bundle.ts';
import { castTeams } from './cast.ts';
import { createChance } from './chance.ts';
import { type Fleet, type FleetCounts, startFleet } from './fleet.ts';
import { environmentOf } from './one-process.ts';
import { type ChaosOptions, divideTimings, speedOf } from './options.ts';
import { type ChaosServer, startChaosServer } from './server.ts';
import type { Simulation } from './steps.ts';
import { type Tally, tally } from './tally.ts';

export type ChaosReport = Tally &
  FleetCounts & {
    databaseCrashes: number;
    cuts: number;
    replicas: number;
    calm: boolean;
    seconds: number;
  };

const REPLICAS = 3;
/** Of all Slack's answers a third goes wrong, before or after the call has had its effect. */
const FAULTS = [
  { kind: 'rate_limited', share: 0.05, retryAfter: '1' },
  { kind: 'error_before', share: 0.05, status: 503 },
  { kind: 'error_after', share: 0.06, status: 500 },
  { kind: 'reset_after', share: 0.06 },
  { kind: 'hang_after', share: 0.05 },
  { kind: 'cut_body', share: 0.06 },
  { kind: 'html', share: 0.06 },
] as const;
/** A Monday after the clocks went back in Europe; longer runs begin as much earlier. */
const LAST_MOMENT = new Date('2026-10-26T12:00:00Z');
/** A rep's week is six days long on average, and the run's ends are ragged. */
const OWED_PER_REP_AND_DAY = 0.8;

/** Runs the bot in three processes through everything that may go wrong, and counts what arrived; null when told to end. */
export async function runChaos(
  options: ChaosOptions,
  { say = () => undefined, signal = NEVER }: Partial<Driver> = {},
): Promise<ChaosReport | null> {
  const script = await bundle('replica');
  const server = await startChaosServer();
  const slack = await openSlack(options);
  const database = openDatabase(server.url, {
    name: 'chaos driver',
    connections: 2,
    statementTimeoutMs: 30_000,
  });
  const open = { fleet: null as Fleet | null };
  try {
    await migrateDatabase(server.url);
    const parts = { script, server, slack, database, open, say };
    return await Promise.race([perform(options, parts), ended(signal)]);
  } finally {
    await open.fleet?.stop();
    await slack.close();
    await database.close().catch(() => undefined);
    await server.stop();
    await removeBundle('replica');
  }
}

type Driver = { say: (line: string) => void; signal: AbortSignal };
const NEVER = new AbortController().signal;

function ended(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null));
  });
}

type Parts = {
  script: string;
  server: ChaosServer;
  slack: LocalSlack;
  database: Database;
  open: { fleet: Fleet | null };
  say: (line: string) => void;
};

async function perform(options: ChaosOptions, parts: Parts): Promise<ChaosReport> {
  const { script, server, slack, database, open, say } = parts;
  const spanMs = options.seconds * 1000 * speedOf(options);
  const from = new Date(LAST_MOMENT.getTime() - spanMs);
  const days = Math.max(1 / OWED_PER_REP_AND_DAY, spanMs / 86_400_000);
  const encryptionKey = randomBytes(32);
  const recipients = await castTeams(database.db, {
    ...{ slack, encryptionKey, from, to: LAST_MOMENT },
    chance: createChance(options.seed),
    workspaces: options.workspaces,
    reps: Math.ceil(options.deliveries / (days * OWED_PER_REP_AND_DAY)),
  });
  // The driver's own pool must not be there when the server goes down.
  await database.close();
  say(
    `${recipients.length} reps and teams; ${(spanMs / 86_400_000).toFixed(2)} days from ${from.toISOString()}`,
  );

  const started = Date.now();
  const simulation: Simulation = {
    divisor: options.divisor,
    speed: speedOf(options),
    machineFrom: started,
    businessFrom: from.getTime(),
    businessTo: LAST_MOMENT.getTime(),
  };
  const fleet = startFleet({
    script,
    replicas: REPLICAS,
    environment: environmentOf({
      ...{ databaseUrl: server.url, slackApiUrl: slack.apiUrl },
      ...{ encryptionKey, simulation },
    }),
  });
  open.fleet = fleet;
  const counts = await misbehave(options, { server, slack, fleet, say });
  const calm = await settleDown(options, { server, simulation, say });
  await fleet.stop();
  const result = await withDatabase(server.url, (db) =>
    tally(db, { slack, recipients, simulation }),
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  return { ...result, ...fleet.counts, ...counts, replicas: REPLICAS, calm, seconds };
}

async function openSlack({ history }: ChaosOptions): Promise<LocalSlack> {
  const scopes = [...BOT_SCOPES, ...OPTIONAL_BOT_SCOPES];
  const slack = await startLocalSlack({
    port: 0,
    appName: 'Followup',
    appId: 'A0CHAOS',
    signingSecret: 'chaos-signing-secret-0123456789',
    appToken: 'xapp-chaos-0123456789',
    // Nobody speaks to the bot here.
    deliver: { kind: 'http', url: 'http://127.0.0.1:9/slack/events' },
    shortcuts: [],
    commands: [],
    scopes: history ? scopes : scopes.filter((scope) => !scope.endsWith(':history')),
    clock: { now: () => new Date() },
  });
  await keepRepeats(slack);
  return slack;
}

/** A repeat must stay where it can be counted. */
async function keepRepeats(slack: LocalSlack): Promise<void> {
  await slack.control.fail({
    method: 'chat.delete',
    kind: 'platform_error',
    error: 'cant_delete_message',
    times: 1_000_000,
  });
}

type Trouble = { atMs: number; do: () => Promise<void> | void };

/** Lets go wrong what was asked for, spread over the time. */
async function misbehave(
  options: ChaosOptions,
  parts: { server: ChaosServer; slack: LocalSlack; fleet: Fleet; say: (line: string) => void },
): Promise<{ databaseCrashes: number; cuts: number }> {
  const { server, slack, fleet, say } = parts;
  const counts = { databaseCrashes: 0, cuts: 0 };
  const chance = createChance(options.seed + 1);
  const horizonMs = divideTimings(options.divisor).horizonMs;
  for (const fault of FAULTS)
    await slack.control.fail({ ...fault, method: '*', times: 1_000_000_000 });
  const troubles: Trouble[] = [
    ...spread(options.kills, options, () => retry(() => fleet.kill(chance))),
    ...spread(options.freezes, options, () =>
      retry(() => fleet.freeze(chance, (0.1 + chance() * 0.6) * horizonMs)),
    ),
    ...spread(options.cuts, options, async () => {
      await server.cut(1 + Math.floor(chance() * 4)).catch(() => undefined);
      counts.cuts += 1;
    }),
    ...spread(options.databaseCrashes, options, async () => {
      await server.crash();
      counts.databaseCrashes += 1;
    }),
  ].sort((one, other) => one.atMs - other.atMs);
  const started = Date.now();
  let lastSaid = started;
  for (const trouble of troubles) {
    const waitMs = started + trouble.atMs - Date.now();
    if (waitMs > 0) await sleep(waitMs);
    await trouble.do();
    if (Date.now() - lastSaid > 30_000) {
      lastSaid = Date.now();
      say(`${Math.round((lastSaid - started) / 1000)} s: ${fleet.counts.kills} kills`);
    }
  }
  const restMs = started + options.seconds * 1000 - Date.now();
  if (restMs > 0) await sleep(restMs);
  await slack.control.clearFaults({});
  await keepRepeats(slack);
  return counts;
}

/** Tries for a while: at times every process is just starting. */
async function retry(act: () => boolean): Promise<void> {
  for (let tries = 0; tries < 30 && !act(); tries++) await sleep(100);
}

/** A beginning is left for the first processes to come up. */
function spread(times: number, { seconds }: ChaosOptions, act: Trouble['do']): Trouble[] {
  const from = 1_500;
  const gap = (seconds * 1000 - from) / Math.max(times, 1);
  return Array.from({ length: times }, (_none, index) => ({
    atMs: from + (index + 0.5) * gap,
    do: act,
  }));
}

/** Waits until nothing is under way; false when that takes longer than every wait of the machinery. */
async function settleDown(
  options: ChaosOptions,
  {
    server,
    simulation,
    say,
  }: { server: ChaosServer; simulation: Simulation; say: (line: string) => void },
): Promise<boolean> {
  const { giveUpLookingMs, horizonMs } = divideTimings(options.divisor);
  const until = Date.now() + 2 * giveUpLookingMs + horizonMs + 20_000;
  const now = new Date(simulation.businessTo).toISOString();
  while (Date.now() < until) {
    const open = await withDatabase(server.url, (db) =>
      db.execute<{ rows: number; plans: number }>(sql`select
        (select count(*)::int from deliveries where state in ('pending', 'claimed', 'sending', 'uncertain')) as rows,
        (select count(*)::int from schedules where enabled and next_due_at <= ${now}) as plans`),
    );
    const [left] = open;
    if (left && left.rows === 0 && left.plans === 0) return true;
    say(`calm: ${left?.rows} deliveries and ${left?.plans} schedules left`);
    await sleep(1_000);
  }
  return false;
}

async function withDatabase<T>(url: string, use: (db: Database['db']) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase(url, {
    name: 'chaos driver',
    connections: 1,
    statementTimeoutMs: 60_000,
  });
  try {
    return await use(db);
  } finally {
    await close();
  }
}
