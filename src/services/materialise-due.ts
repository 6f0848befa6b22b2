import type { Db } from '../db/client.ts';
import {
  countDueByMinute,
  type DueSchedule,
  lockDueSchedules,
  postponeSchedule,
} from '../db/schedules.ts';
import { spreadDelayMs } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';
import { computeOccurrences, giveOccurrences, type Occurrences } from './give-occurrences.ts';

export const MATERIALISE_LIMIT = 200;
/** Fewer due at once than this are no crowd, and are not counted. */
const CROWD_AT_LEAST = 60;
const FAULTY_PAUSE_MS = 3_600_000;

export type Materialised = {
  schedules: number;
  deliveries: number;
  /** Schedules whose next occurrence cannot be computed, put off by an hour. */
  faulty: string[];
};

/**
 * Enters the occurrences of due schedules into the ledger and moves the schedules on, in one
 * transaction: a crash leaves all of it or nothing. Ask again while `schedules` reaches the limit.
 */
export async function materialiseDue(ctx: DeliveryContext): Promise<Materialised> {
  return ctx.db.transaction(async (tx) => {
    const due = await lockDueSchedules(tx, { now: ctx.now, limit: MATERIALISE_LIMIT });
    const crowdOf = await countCrowds(tx, { now: ctx.now, due });
    const compute = rememberOccurrences(ctx.now);
    const faulty = due.filter((schedule) => compute(schedule) === null);
    for (const schedule of faulty) {
      await postponeSchedule(tx, { schedule, until: after(ctx.now, FAULTY_PAUSE_MS) });
    }
    const { spreadMs } = ctx.timings;
    const givings = due.flatMap((schedule) => {
      const occurrences = compute(schedule);
      if (occurrences === null) return [];
      const delayMs = spreadDelayMs(schedule.subjectKey, { crowd: crowdOf(schedule), spreadMs });
      return [{ schedule, occurrences, nextAttemptAt: after(ctx.machineNow, delayMs) }];
    });
    const deliveries = await giveOccurrences(tx, { givings, now: ctx.now });
    return { schedules: due.length, deliveries, faulty: faulty.map(({ id }) => id) };
  });
}

/** How many of a workspace share a schedule's minute; only many due at once can be a crowd. */
async function countCrowds(
  tx: Db,
  { now, due }: { now: Date; due: readonly DueSchedule[] },
): Promise<(schedule: DueSchedule) => number> {
  if (due.length <= CROWD_AT_LEAST) return () => 0;
  const workspaceIds = [...new Set(due.map(({ workspaceId }) => workspaceId))];
  const crowds = await countDueByMinute(tx, { now, workspaceIds });
  return ({ workspaceId, nextDueAt }) =>
    crowds.get(`${workspaceId}/${Math.floor(nextDueAt.getTime() / 60_000)}`) ?? 0;
}

/** Schedules of one rhythm have the same occurrences, and most reps share theirs with many. */
function rememberOccurrences(now: Date): (schedule: DueSchedule) => Occurrences | null {
  const known = new Map<string, Occurrences | null>();
  return (schedule) => {
    const { kind, zone, localTime, weekdays, nextLocalDate, nextDueAt } = schedule;
    const rhythm = `${kind} ${zone} ${localTime} ${weekdays} ${nextLocalDate} ${nextDueAt.getTime()}`;
    let occurrences = known.get(rhythm);
    if (occurrences === undefined) {
      occurrences = computeOccurrences(schedule, now);
      known.set(rhythm, occurrences);
    }
    return occurrences;
  };
}
