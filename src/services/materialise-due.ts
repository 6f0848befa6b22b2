import type { Db } from '../db/client.ts';
import { findDaysOff } from '../db/days-off.ts';
import { insertDeliveries, type NewDelivery } from '../db/deliveries.ts';
import {
  countDueByMinute,
  type DueSchedule,
  lockDueSchedules,
  moveSchedule,
  postponeSchedule,
} from '../db/schedules.ts';
import { spreadDelayMs } from '../domain/delivery.ts';
import { openingOf } from '../domain/opening.ts';
import { dueOccurrences, expiryOf, nextOccurrence, type Occurrence } from '../domain/schedule.ts';
import { readSubject } from '../domain/subject.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

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
    const result: Materialised = { schedules: due.length, deliveries: 0, faulty: [] };
    const crowdOf = await countCrowds(tx, { now: ctx.now, mayBe: due.length > CROWD_AT_LEAST });
    for (const schedule of due) {
      const occurrences = computeOccurrences(schedule, ctx.now);
      if (occurrences === null) {
        await postponeSchedule(tx, { schedule, until: after(ctx.now, FAULTY_PAUSE_MS) });
        result.faulty.push(schedule.id);
        continue;
      }
      const { spreadMs } = ctx.timings;
      const delayMs = spreadDelayMs(schedule.subjectKey, { crowd: crowdOf(schedule), spreadMs });
      result.deliveries += await giveOccurrences(tx, {
        schedule,
        occurrences,
        now: ctx.now,
        nextAttemptAt: after(ctx.machineNow, delayMs),
      });
    }
    return result;
  });
}

/** How many of a workspace share a schedule's minute; only many due at once can be a crowd. */
async function countCrowds(
  tx: Db,
  { now, mayBe }: { now: Date; mayBe: boolean },
): Promise<(schedule: DueSchedule) => number> {
  if (!mayBe) return () => 0;
  const crowds = await countDueByMinute(tx, now);
  return ({ workspaceId, nextDueAt }) =>
    crowds.get(`${workspaceId}/${Math.floor(nextDueAt.getTime() / 60_000)}`) ?? 0;
}

type Occurrences = { due: Occurrence[]; next: Occurrence };

/** What is due and what comes next; null when the schedule's own settings make that impossible. */
export function computeOccurrences(schedule: DueSchedule, now: Date): Occurrences | null {
  const first = { localDate: schedule.nextLocalDate, dueAt: schedule.nextDueAt };
  try {
    const due = dueOccurrences(schedule, { first, now });
    const lastDate = due.at(-1)?.localDate ?? null;
    return { due, next: nextOccurrence(schedule, { after: now, lastDate }) };
  } catch (error) {
    // An unknown zone name must not hold up everybody else's messages.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Giving = {
  schedule: DueSchedule;
  occurrences: Occurrences;
  now: Date;
  nextAttemptAt: Date;
};

/** Writes the ledger rows of one locked schedule and moves it on. */
export async function giveOccurrences(tx: Db, giving: Giving): Promise<number> {
  const { schedule, occurrences } = giving;
  // What fell due before the workspace came back belongs to nobody.
  const due = occurrences.due.filter(({ dueAt }) => dueAt >= schedule.activeFrom);
  const added = await insertDeliveries(tx, await ledgerRows(tx, { ...giving, due }));
  await moveSchedule(tx, { schedule, next: occurrences.next, tzdb: process.versions.tz ?? '' });
  return added;
}

async function ledgerRows(
  tx: Db,
  { schedule, due, now, nextAttemptAt }: Giving & { due: Occurrence[] },
): Promise<NewDelivery[]> {
  const [first] = due;
  const newest = due.at(-1);
  const subject = readSubject(schedule.subjectKey);
  if (!first || !newest || !subject) return [];
  const { workspaceId, kind, subjectKey, zone, pausedUntil } = schedule;
  const span = { from: first.localDate, to: newest.localDate };
  const daysOff = await findDaysOff(tx, { workspaceId, subject, ...span });
  return due.map((occurrence) => {
    const { localDate, dueAt } = occurrence;
    const expiresAt = expiryOf(occurrence, zone);
    const dayOff = daysOff.get(localDate) ?? null;
    const isNewest = occurrence === newest;
    const opening = openingOf({ dueAt, expiresAt }, { now, newest: isNewest, dayOff, pausedUntil });
    return {
      ...{ workspaceId, kind, subjectKey, zone, dueAt, expiresAt, nextAttemptAt },
      ...opening,
      occurrenceKey: localDate,
      createdAt: now,
      finishedAt: opening.state === 'pending' ? null : now,
    };
  });
}
