import { and, asc, count, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Occurrence, Recurrence, ScheduleKind } from '../domain/schedule.ts';
import type { Db } from './client.ts';
import { kept } from './kept.ts';
import { schedules, workspaces } from './schema.ts';

export type ScheduleKey = { workspaceId: number; kind: ScheduleKind; subjectKey: string };

export type Schedule = ScheduleKey &
  Recurrence & { id: string; enabled: boolean; nextLocalDate: LocalDate; nextDueAt: Date };

/** A schedule with what its workspace says about messages not sent. */
export type DueSchedule = Schedule & { pausedUntil: Date | null; activeFrom: Date };

const columns = {
  workspaceId: schedules.workspaceId,
  id: schedules.id,
  kind: schedules.kind,
  subjectKey: schedules.subjectKey,
  zone: schedules.zone,
  localTime: sql<string>`to_char(${schedules.localTime}, 'HH24:MI')`,
  weekdays: schedules.weekdays,
  enabled: schedules.enabled,
  nextLocalDate: schedules.nextLocalDate,
  nextDueAt: schedules.nextDueAt,
};

const dueColumns = {
  ...columns,
  pausedUntil: workspaces.pausedUntil,
  activeFrom: workspaces.activeFrom,
};

/** Locks due schedules that nobody else is working on, longest due first. */
export async function lockDueSchedules(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<DueSchedule[]> {
  return db
    .select(dueColumns)
    .from(schedules)
    .innerJoin(workspaces, eq(workspaces.id, schedules.workspaceId))
    .where(
      and(
        eq(schedules.enabled, true),
        lte(schedules.nextDueAt, now),
        ne(workspaces.state, 'uninstalled'),
      ),
    )
    .orderBy(asc(schedules.nextDueAt))
    .limit(limit)
    .for('update', { of: schedules, skipLocked: true });
}

/** How many schedules of some workspaces are due in each minute, keyed `workspace/minute since 1970`. */
export async function countDueByMinute(
  db: Db,
  { now, workspaceIds }: { now: Date; workspaceIds: readonly number[] },
): Promise<Map<string, number>> {
  const minute = sql<number>`floor(extract(epoch from ${schedules.nextDueAt}) / 60)::int`;
  const rows = await db
    .select({ workspaceId: schedules.workspaceId, minute, count: count() })
    .from(schedules)
    .where(
      and(
        inArray(schedules.workspaceId, workspaceIds),
        eq(schedules.enabled, true),
        lte(schedules.nextDueAt, now),
      ),
    )
    .groupBy(schedules.workspaceId, minute);
  return new Map(rows.map((row) => [`${row.workspaceId}/${row.minute}`, row.count]));
}

/** Locks one schedule, waiting for whoever works on it. */
export async function lockSchedule(db: Db, key: ScheduleKey): Promise<DueSchedule | null> {
  const [schedule] = await db
    .select(dueColumns)
    .from(schedules)
    .innerJoin(workspaces, eq(workspaces.id, schedules.workspaceId))
    .where(is(key))
    .for('update', { of: schedules });
  return schedule ?? null;
}

export type ScheduleSetting = Recurrence & { enabled: boolean; next: Occurrence; tzdb: string };

export async function saveSchedule(
  db: Db,
  { key, setting }: { key: ScheduleKey; setting: ScheduleSetting },
): Promise<void> {
  const { next, ...rest } = setting;
  const { localDate: nextLocalDate, dueAt: nextDueAt } = next;
  const row = { ...rest, nextLocalDate, nextDueAt, sinceAt: nextDueAt };
  await db
    .insert(schedules)
    .values({ ...key, ...row })
    .onConflictDoUpdate({
      target: [schedules.workspaceId, schedules.kind, schedules.subjectKey],
      set: row,
    });
}

type ScheduleId = { workspaceId: number; id: string };

/** Moves schedules on, each to its next occurrence, in one statement. */
export async function moveSchedules(
  db: Db,
  { moves, tzdb }: { moves: readonly (ScheduleId & { next: Occurrence })[]; tzdb: string },
): Promise<void> {
  if (moves.length === 0) return;
  const given = moves.map(({ workspaceId, id, next }) => ({ workspaceId, id, ...next }));
  await db.execute(
    kept(sql`
    update schedules s set next_local_date = m."localDate", next_due_at = m."dueAt", tzdb = ${tzdb}::text
    from json_to_recordset(${JSON.stringify(given)}::text::json) as m(
      "workspaceId" bigint, id uuid, "localDate" date, "dueAt" timestamptz)
    where s.workspace_id = m."workspaceId" and s.id = m.id`),
  );
}

/** Puts a schedule whose next occurrence cannot be computed out of the others' way. */
export async function postponeSchedule(
  db: Db,
  { schedule, until }: { schedule: ScheduleId; until: Date },
): Promise<void> {
  await db
    .update(schedules)
    .set({ nextDueAt: until })
    .where(and(eq(schedules.workspaceId, schedule.workspaceId), eq(schedules.id, schedule.id)));
}

export async function disableSchedule(db: Db, key: ScheduleKey): Promise<void> {
  await db.update(schedules).set({ enabled: false }).where(is(key));
}

/** Locks schedules that are ahead and were computed with another release of the time-zone data. */
export async function lockOutdatedSchedules(
  db: Db,
  { now, tzdb, limit }: { now: Date; tzdb: string; limit: number },
): Promise<Schedule[]> {
  return db
    .select(columns)
    .from(schedules)
    .where(and(eq(schedules.enabled, true), ne(schedules.tzdb, tzdb), gt(schedules.nextDueAt, now)))
    .limit(limit)
    .for('update', { skipLocked: true });
}

function is({ workspaceId, kind, subjectKey }: ScheduleKey) {
  return and(
    eq(schedules.workspaceId, workspaceId),
    eq(schedules.kind, kind),
    eq(schedules.subjectKey, subjectKey),
  );
}
