import { and, eq, ne, sql } from 'drizzle-orm';
import type { Occurrence, Recurrence } from '../domain/schedule.ts';
import type { Db } from './client.ts';
import { schedules, workspaces } from './schema.ts';

/** Every rhythm that some schedule has: many people share few of them. */
export async function listRecurrences(db: Db): Promise<Recurrence[]> {
  return db
    .selectDistinct({
      zone: schedules.zone,
      localTime: sql<string>`to_char(${schedules.localTime}, 'HH24:MI')`,
      weekdays: schedules.weekdays,
    })
    .from(schedules)
    .innerJoin(workspaces, eq(workspaces.id, schedules.workspaceId))
    .where(and(eq(schedules.enabled, true), ne(workspaces.state, 'uninstalled')));
}

export type ExpectedOccurrence = Recurrence & Occurrence;

/**
 * How many occurrences that schedules owe have no row in the ledger. Postgres takes the list for a
 * short one: left to itself it would read a schedule's whole past for each date and its workspace too.
 */
export async function countMissing(
  db: Db,
  expected: readonly ExpectedOccurrence[],
): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    with owing as materialized (
      select s.workspace_id, s.kind, s.subject_key, s.zone, s.local_time, s.weekdays,
        greatest(s.since_at, w.active_from) as since
      from schedules s join workspaces w on w.id = s.workspace_id
      where s.enabled and w.state <> 'uninstalled')
    select count(*)::int as count
    from jsonb_to_recordset(${JSON.stringify(expected)}::text::jsonb)
      as e(zone text, "localTime" time, weekdays smallint, "localDate" text, "dueAt" timestamptz)
    join owing s on s.zone = e.zone and s.local_time = e."localTime" and s.weekdays = e.weekdays
    where e."dueAt" >= s.since
      and (
        select true from deliveries d
        where d.workspace_id = s.workspace_id and d.kind = s.kind
          and d.subject_key = s.subject_key and d.occurrence_key = e."localDate" limit 1) is null`);
  return row?.count ?? 0;
}

export type StandingStill = {
  /** Held by somebody, or uncertain, for longer than anybody may. */
  stuck: number;
  /** Not sent although nothing is in the way. */
  late: number;
};

/** Rows that should have moved on by now: `before` marks are past every wait of the machinery. */
export async function countStandingStill(
  db: Db,
  marks: { now: Date; machineNow: Date; leaseBefore: Date; lookBefore: Date; dueBefore: Date },
): Promise<StandingStill> {
  const at = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  const [row] = await db.execute<StandingStill>(sql`
    select
      (select count(*)::int from deliveries d
        where (d.state in ('claimed', 'sending') and d.lease_until < ${at(marks.leaseBefore)})
          or (d.state = 'uncertain' and d.next_attempt_at < ${at(marks.lookBefore)})) as stuck,
      (select count(*)::int from deliveries d
        join workspaces w on w.id = d.workspace_id
        left join send_state s on s.workspace_id = d.workspace_id
        where d.state = 'pending' and d.due_at < ${at(marks.dueBefore)}
          and w.state = 'active' and (w.paused_until is null or w.paused_until <= ${at(marks.now)})
          and (s.blocked_until is null or s.blocked_until <= ${at(marks.machineNow)})) as late`);
  return row ?? { stuck: 0, late: 0 };
}
