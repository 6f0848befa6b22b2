import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import type { BusinessClock } from './business-clock.ts';
import { type Chance, createChance } from './chance.ts';
import type { Fleet } from './fleet.ts';
import { type ChaosOptions, divideTimings, LONGEST, spanOf, speedOf } from './options.ts';
import type { ChaosServer } from './server.ts';

export type Mischief = {
  databaseCrashes: number;
  cuts: number;
  /** How long business time stood still, in milliseconds, for what waited for an attempt, and for what was still to go wrong. */
  stoodForWaitingMs: number;
  stoodForTroubleMs: number;
  /** All of the business time was gone through before the run's own bound. */
  inTime: boolean;
};

export type Stage = {
  db: Db;
  server: ChaosServer;
  fleet: Fleet;
  clock: BusinessClock;
  say: (line: string) => void;
  signal: AbortSignal;
};

export const TICK_MS = 250;
/** A tick that took longer moves business time no further than this. */
const LONGEST_TICK_MS = 500;
const SAY_EVERY_MS = 30_000;
/** One replica at least is left alone. */
const AT_ONCE = 2;

/** Something that goes wrong when so much of the run's business time is over. */
type Trouble = { at: number; do: () => Promise<unknown> };

/** Lets go wrong what was asked for, evenly over business time, and moves business time on as the rule says. */
export async function misbehave(options: ChaosOptions, stage: Stage): Promise<Mischief> {
  const { fleet, say, signal } = stage;
  const counts = { databaseCrashes: 0, cuts: 0 };
  const troubles = startTroubles(troublesOf(options, stage, counts));
  const time = createTime(options, stage);
  const until = Date.now() + LONGEST * options.seconds * 1000;
  let nextWord = Date.now() + SAY_EVERY_MS;
  while (time.share() < 1 || troubles.areLeft()) {
    const inTime = !signal.aborted && Date.now() < until;
    if (!inTime) return { ...counts, ...time.stood, inTime };
    troubles.begin(time.share());
    await sleep(TICK_MS);
    await time.goOn({ trouble: troubles.isDue(time.share()) });
    if (Date.now() < nextWord) continue;
    nextWord += SAY_EVERY_MS;
    say(`${(100 * time.share()).toFixed(0)} % of business time, ${fleet.counts.kills} kills`);
  }
  return { ...counts, ...time.stood, inTime: true };
}

/** Begins troubles when so much of the business time is over, a few at once. */
function startTroubles(troubles: Trouble[]) {
  let underWay = 0;
  const isDue = (share: number) => (troubles[0]?.at ?? Number.POSITIVE_INFINITY) <= share;
  return {
    isDue,
    areLeft: () => troubles.length > 0 || underWay > 0,
    begin(share: number) {
      while (isDue(share) && underWay < AT_ONCE) {
        underWay += 1;
        void troubles
          .shift()
          ?.do()
          .finally(() => {
            underWay -= 1;
          });
      }
    },
  };
}

/** The run's business time: how much of it is over, and how long it stood still and why. */
function createTime(options: ChaosOptions, { db, clock }: Stage) {
  const from = clock.now();
  const span = spanOf(options);
  const stood = { stoodForWaitingMs: 0, stoodForTroubleMs: 0 };
  let last = Date.now();
  return {
    stood,
    share: () => (clock.now() - from) / span,
    /** As far as the time since the last call, or not at all. */
    async goOn({ trouble }: { trouble: boolean }) {
      const now = Date.now();
      const passed = Math.min(now - last, LONGEST_TICK_MS);
      last = now;
      if (trouble) stood.stoodForTroubleMs += passed;
      else if ((await countWaiting(db, clock.now())) > options.waiting) {
        stood.stoodForWaitingMs += passed;
      } else {
        const to = Math.min(clock.now() + passed * speedOf(options), from + span);
        await clock.moveTo(to).catch(() => undefined);
      }
    },
  };
}

function troublesOf(
  options: ChaosOptions,
  { server, fleet }: Stage,
  counts: { databaseCrashes: number; cuts: number },
): Trouble[] {
  const chance: Chance = createChance(options.seed + 1);
  const { horizonMs } = divideTimings(options.divisor);
  return [
    ...spread(options.kills, () => fleet.kill(chance)),
    ...spread(options.freezes, () => fleet.freeze(chance, (0.1 + chance() * 0.6) * horizonMs)),
    ...spread(options.cuts, async () => {
      await server.cut(1 + Math.floor(chance() * 4));
      counts.cuts += 1;
    }),
    ...spread(options.databaseCrashes, async () => {
      await server.crash();
      counts.databaseCrashes += 1;
    }),
  ].sort((one, other) => one.at - other.at);
}

/** What does not come about the first time, because everything is just starting, is tried again. */
function spread(times: number, act: () => Promise<unknown>): Trouble[] {
  const attempt = async () => {
    for (let tried = 0; tried < 5; tried++) {
      const done = await act().catch(() => false);
      if (done !== false) return;
      await sleep(TICK_MS);
    }
  };
  return Array.from({ length: times }, (_none, index) => ({
    at: (index + 0.5) / times,
    do: attempt,
  }));
}

/**
 * Messages that no call was made for, though it might be, those that somebody holds or held when he was
 * killed included, and plans to be made; very many while the database does not say.
 */
export async function countWaiting(db: Db, businessMs: number): Promise<number> {
  const now = new Date(businessMs).toISOString();
  try {
    const [row] = await db.execute<{ count: number }>(sql`select (
        select count(*) from deliveries where due_at <= ${now}
          and (state = 'claimed' or (state = 'pending' and next_attempt_at <= clock_timestamp()))
      )::int + (
        select count(*) from schedules where enabled and next_due_at <= ${now}
      )::int as count`);
    return row?.count ?? 0;
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
}
