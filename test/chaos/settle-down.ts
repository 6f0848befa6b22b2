import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { schedules } from '../../src/db/schema.ts';
import { planUnsentNotices } from '../../src/services/plan-unsent-notice.ts';
import type { BusinessClock } from './business-clock.ts';
import { countWaiting, TICK_MS } from './misbehave.ts';
import { type ChaosOptions, divideTimings, speedOf } from './options.ts';

type Calm = { db: Db; clock: BusinessClock; say: (line: string) => void };

/** Every manager's next working morning comes in this time, and the one after it, weekends included. */
const MORNINGS_MS = 8 * 86_400_000;

/**
 * Nothing goes wrong any more and the calendar owes nothing more: waits until nothing is under way,
 * while business time goes on, and then goes through the mornings on which managers hear of losses.
 * False when that takes longer than every wait of the machinery.
 */
export async function settleDown(options: ChaosOptions, calm: Calm): Promise<boolean> {
  const { db, clock } = calm;
  if (!(await until(options, calm, async () => (await countWaiting(db, clock.now())) === 0))) {
    return false;
  }
  await db.update(schedules).set({ enabled: false });
  if (!(await untilNothingIsOpen(options, calm))) return false;
  const end = clock.now() + MORNINGS_MS;
  while (clock.now() < end) {
    // As the replicas do by the timetable, so that nobody need wait for it.
    await planUnsentNotices({ db, now: new Date(clock.now()) });
    const next = await findNextDue(db);
    if (next === null) return true;
    await clock.moveTo(next + 1_000);
    if (!(await untilNothingIsOpen(options, calm))) return false;
  }
  return false;
}

function untilNothingIsOpen(options: ChaosOptions, calm: Calm): Promise<boolean> {
  const { db, clock } = calm;
  return until(options, calm, async () => {
    const open = await countOpen(db, clock.now());
    if (open === 0) return true;
    calm.say(`calm: ${open} still open`);
    await clock.moveTo(clock.now() + TICK_MS * speedOf(options));
    return false;
  });
}

async function until(
  { divisor }: ChaosOptions,
  { say }: Calm,
  isSo: () => Promise<boolean>,
): Promise<boolean> {
  const { giveUpLookingMs, horizonMs } = divideTimings(divisor);
  const end = Date.now() + 2 * giveUpLookingMs + horizonMs + 30_000;
  while (Date.now() < end) {
    if (await isSo().catch(() => false)) return true;
    await sleep(TICK_MS);
  }
  say('not calm in time');
  return false;
}

async function countOpen(db: Db, businessMs: number): Promise<number> {
  const now = new Date(businessMs).toISOString();
  const [row] = await db.execute<{
    count: number;
  }>(sql`select count(*)::int as count from deliveries
    where state in ('claimed', 'sending', 'uncertain') or (state = 'pending' and due_at <= ${now})`);
  return row?.count ?? 0;
}

/** When the next message that is planned already is due, in milliseconds. */
async function findNextDue(db: Db): Promise<number | null> {
  const [row] = await db.execute<{ ms: number | null }>(sql`
    select (extract(epoch from min(due_at)) * 1000)::float8 as ms from deliveries where state = 'pending'`);
  return row?.ms ?? null;
}
