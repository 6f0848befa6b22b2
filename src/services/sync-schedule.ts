import type { Db } from '../db/client.ts';
import { findLastOccurrence, insertDeliveries } from '../db/deliveries.ts';
import {
  type DueSchedule,
  disableSchedule,
  lockSchedule,
  type ScheduleKey,
  saveSchedule,
} from '../db/schedules.ts';
import { reschedule } from '../domain/reschedule.ts';
import {
  expiryOf,
  type Occurrence,
  type Recurrence,
  type ScheduleKind,
} from '../domain/schedule.ts';
import type { WorkspaceContext } from './context.ts';
import { computeOccurrences, giveOccurrences } from './give-occurrences.ts';

/** A row that may be tried as soon as it is due. */
const AT_ONCE = new Date(0);

export type WantedSchedule = {
  kind: ScheduleKind;
  subjectKey: string;
  recurrence: Recurrence;
  enabled: boolean;
};

/**
 * Makes the schedule of one subject what its settings say. What the old settings owed up to now is
 * entered first, so that a change never loses a day; then `reschedule` decides what comes next.
 */
export async function syncSchedule(ctx: WorkspaceContext, wanted: WantedSchedule): Promise<void> {
  const { workspaceId, now } = ctx;
  const key = { workspaceId, kind: wanted.kind, subjectKey: wanted.subjectKey };
  await ctx.db.transaction(async (tx) => {
    const old = await lockSchedule(tx, key);
    if (!wanted.enabled) {
      if (old?.enabled) await disableSchedule(tx, key);
      return;
    }
    if (old?.enabled && isSame(old, wanted.recurrence)) return;
    const pending = old?.enabled ? await settleOld(tx, old, now) : null;
    const lastDate = await findLastOccurrence(tx, key);
    const { next, skipped } = reschedule(wanted.recurrence, { now, lastDate, pending });
    const { zone } = wanted.recurrence;
    await insertDeliveries(tx, skippedRows(skipped, { ...key, zone, now }));
    const setting = { ...wanted.recurrence, enabled: true, next, tzdb: process.versions.tz ?? '' };
    await saveSchedule(tx, { key, setting });
  });
}

/** Gives what the old settings owed by now, and tells the local date they still had ahead. */
async function settleOld(tx: Db, old: DueSchedule, now: Date): Promise<string> {
  if (old.nextDueAt > now) return old.nextLocalDate;
  const occurrences = computeOccurrences(old, now);
  if (occurrences === null) return old.nextLocalDate;
  const givings = [{ schedule: old, occurrences, nextAttemptAt: AT_ONCE }];
  await giveOccurrences(tx, { givings, now });
  return occurrences.next.localDate;
}

function skippedRows(
  skipped: readonly Occurrence[],
  { zone, now, ...key }: ScheduleKey & { zone: string; now: Date },
) {
  return skipped.map((occurrence) => ({
    ...key,
    zone,
    occurrenceKey: occurrence.localDate,
    dueAt: occurrence.dueAt,
    expiresAt: expiryOf(occurrence, zone),
    nextAttemptAt: AT_ONCE,
    state: 'skipped' as const,
    reason: 'changed',
    createdAt: now,
    finishedAt: now,
  }));
}

function isSame(old: Recurrence, wanted: Recurrence): boolean {
  return (
    old.zone === wanted.zone &&
    old.localTime === wanted.localTime &&
    old.weekdays === wanted.weekdays
  );
}
