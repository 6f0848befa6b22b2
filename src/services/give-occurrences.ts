import type { Db } from '../db/client.ts';
import { type DaysOff, listDaysOffWithin } from '../db/days-off.ts';
import { insertPlanned, type PlannedRow } from '../db/deliveries.ts';
import { type DueSchedule, moveSchedules } from '../db/schedules.ts';
import { openingOf } from '../domain/opening.ts';
import { dueOccurrences, expiryOf, nextOccurrence, type Occurrence } from '../domain/schedule.ts';
import { readSubject } from '../domain/subject.ts';

type Expiring = Occurrence & { expiresAt: Date };
export type Occurrences = { due: Expiring[]; next: Occurrence };

/** What is due and what comes next; null when the schedule's own settings make that impossible. */
export function computeOccurrences(schedule: DueSchedule, now: Date): Occurrences | null {
  const first = { localDate: schedule.nextLocalDate, dueAt: schedule.nextDueAt };
  try {
    const due = dueOccurrences(schedule, { first, now }).map((occurrence) => ({
      ...occurrence,
      expiresAt: expiryOf(occurrence, schedule.zone),
    }));
    const lastDate = due.at(-1)?.localDate ?? null;
    return { due, next: nextOccurrence(schedule, { after: now, lastDate }) };
  } catch (error) {
    // An unknown zone name must not hold up everybody else's messages.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export type Giving = { schedule: DueSchedule; occurrences: Occurrences; nextAttemptAt: Date };

/** Writes the ledger rows of locked schedules and moves the schedules on; answers how many rows are new. */
export async function giveOccurrences(
  tx: Db,
  { givings, now }: { givings: readonly Giving[]; now: Date },
): Promise<number> {
  const rows = await ledgerRows(tx, { givings: givings.flatMap(owed), now });
  const added = await insertPlanned(tx, rows);
  const moves = givings.map(({ schedule: { workspaceId, id }, occurrences: { next } }) => ({
    ...{ workspaceId, id, next },
  }));
  await moveSchedules(tx, { moves, tzdb: process.versions.tz ?? '' });
  return added;
}

type Owed = Omit<Giving, 'occurrences'> & {
  due: Expiring[];
  span: Parameters<typeof listDaysOffWithin>[1][number];
};

/** What fell due before the workspace came back belongs to nobody. */
function owed({ schedule, occurrences, nextAttemptAt }: Giving): Owed[] {
  const { workspaceId, subjectKey, activeFrom } = schedule;
  const due = occurrences.due.filter(({ dueAt }) => dueAt >= activeFrom);
  const from = due[0]?.localDate;
  const to = due.at(-1)?.localDate;
  const subject = readSubject(subjectKey);
  if (!from || !to || !subject) return [];
  return [{ schedule, nextAttemptAt, due, span: { workspaceId, subject, from, to } }];
}

async function ledgerRows(
  tx: Db,
  { givings, now }: { givings: readonly Owed[]; now: Date },
): Promise<PlannedRow[]> {
  const spans = givings.map(({ span }) => span);
  const daysOff = await listDaysOffWithin(tx, spans);
  return givings.flatMap((giving, place) =>
    rowsOf(giving, { now, daysOff: daysOff[place] ?? new Map() }),
  );
}

function rowsOf(
  { schedule, due, nextAttemptAt }: Owed,
  { now, daysOff }: { now: Date; daysOff: DaysOff },
): PlannedRow[] {
  const { workspaceId, kind, subjectKey, zone, pausedUntil } = schedule;
  const newest = due.at(-1);
  return due.map((occurrence) => {
    const { localDate, dueAt, expiresAt } = occurrence;
    const dayOff = daysOff.get(localDate) ?? null;
    const isNewest = occurrence === newest;
    const opening = openingOf(occurrence, { now, newest: isNewest, dayOff, pausedUntil });
    return {
      ...{ workspaceId, kind, subjectKey, zone, dueAt, expiresAt, nextAttemptAt },
      ...opening,
      occurrenceKey: localDate,
      createdAt: now,
      finishedAt: opening.state === 'pending' ? null : now,
    };
  });
}
