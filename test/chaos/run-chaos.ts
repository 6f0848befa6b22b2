import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import type { LocalSlack } from '../../src/sandbox/contract.ts';
import { type Announced, checkAnnounced } from './announced.ts';
import { bundle, removeBundle } from './bundle.ts';
import { createBusinessClock } from './business-clock.ts';
import { castTeams } from './cast.ts';
import { createChance } from './chance.ts';
import { makeFaulty, makeWell, openSlack } from './faulty-slack.ts';
import { type Fleet, type FleetCounts, startFleet } from './fleet.ts';
import { type Mischief, misbehave } from './misbehave.ts';
import { environmentOf } from './one-process.ts';
import { type ChaosOptions, spanOf } from './options.ts';
import { type ChaosServer, startChaosServer } from './server.ts';
import { settleDown } from './settle-down.ts';
import { type Tally, tally } from './tally.ts';

export type ChaosReport = Tally &
  FleetCounts &
  Mischief &
  Announced & {
    answers: { answers: number; faulty: number };
    replicas: number;
    /** Reps and teams the calendar has something for. */
    recipients: number;
    days: number;
    calm: boolean;
    /** How long things went wrong, and how long it all took. */
    troubledSeconds: number;
    seconds: number;
  };

const REPLICAS = 3;
/** A Monday after the clocks went back in Europe; longer runs begin as much earlier. */
const LAST_MOMENT = new Date('2026-10-26T12:00:00Z');
/** A rep's week is six days long on average, and the run's ends are ragged. */
const OWED_PER_REP_AND_DAY = 0.8;
const DAY_MS = 86_400_000;

type Driver = { say: (line: string) => void; signal: AbortSignal };
const NEVER = new AbortController().signal;

/** Runs the bot in three processes through everything that may go wrong, and counts what arrived; null when told to end. */
export async function runChaos(
  options: ChaosOptions,
  { say = () => undefined, signal = NEVER }: Partial<Driver> = {},
): Promise<ChaosReport | null> {
  const closings: (() => Promise<unknown>)[] = [() => removeBundle('replica')];
  try {
    const script = await bundle('replica');
    const server = await startChaosServer();
    closings.unshift(server.stop);
    const slack = await openSlack(options);
    closings.unshift(slack.close);
    await migrateDatabase(server.url);
    const database = openDriverPool(server.url);
    closings.unshift(database.close);
    const open = (fleet: Fleet) => closings.unshift(fleet.stop);
    const parts = { script, server, slack, database, open, say, signal };
    return await Promise.race([perform(options, parts), ended(signal)]);
  } finally {
    // What cannot be closed must not keep the rest from it.
    for (const close of closings) await close().catch(() => undefined);
  }
}

function openDriverPool(url: string): Database {
  return openDatabase(url, { name: 'chaos driver', connections: 2, statementTimeoutMs: 30_000 });
}

function ended(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null));
  });
}

type Parts = Driver & {
  script: string;
  server: ChaosServer;
  slack: LocalSlack;
  database: Database;
  open(fleet: Fleet): void;
};

async function perform(options: ChaosOptions, parts: Parts): Promise<ChaosReport> {
  const { script, server, slack, open, say, signal } = parts;
  const { db } = parts.database;
  const to = LAST_MOMENT.getTime();
  const from = to - spanOf(options);
  const days = (to - from) / DAY_MS;
  const encryptionKey = randomBytes(32);
  const recipients = await castTeams(db, {
    ...{ slack, encryptionKey, from: new Date(from), to: LAST_MOMENT },
    chance: createChance(options.seed),
    workspaces: options.workspaces,
    reps: Math.ceil(
      options.deliveries / (Math.max(1 / OWED_PER_REP_AND_DAY, days) * OWED_PER_REP_AND_DAY),
    ),
  });
  const clock = await createBusinessClock(db, from);
  say(
    `${recipients.length} recipients; ${days.toFixed(2)} days from ${new Date(from).toISOString()}`,
  );

  const started = Date.now();
  const simulation = { divisor: options.divisor };
  const fleet = startFleet({
    script,
    replicas: REPLICAS,
    environment: environmentOf({
      ...{ databaseUrl: server.url, slackApiUrl: slack.apiUrl, encryptionKey, simulation },
    }),
  });
  open(fleet);
  await makeFaulty(slack);
  const mischief = await misbehave(options, { db, server, fleet, clock, say, signal });
  const troubledSeconds = Math.round((Date.now() - started) / 1000);
  const answers = await makeWell(slack);
  const span = { from, to: clock.now() };
  const calm = await settleDown(options, { db, clock, say });
  await fleet.stop();
  return {
    ...(await tally(db, { slack, recipients, clock, span })),
    ...(await checkAnnounced(db, { slack, recipients })),
    ...{ ...fleet.counts, ...mischief, answers, calm, days, troubledSeconds },
    ...{ replicas: REPLICAS, recipients: recipients.length },
    seconds: Math.round((Date.now() - started) / 1000),
  };
}
