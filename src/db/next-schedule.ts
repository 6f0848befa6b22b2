import { and, asc, eq, sql } from 'drizzle-orm';
import type { ScheduleKind } from '../domain/schedule.ts';
import type { Db } from './client.ts';
import { reps, schedules } from './schema.ts';

export type NextSchedule = { kind: ScheduleKind; dueAt: Date; repName: string | null };

/** The scheduled message that comes next in any workspace, and whose it is. */
export async function findNextSchedule(db: Db): Promise<NextSchedule | null> {
  const [next] = await db
    .select({ kind: schedules.kind, dueAt: schedules.nextDueAt, repName: reps.name })
    .from(schedules)
    .leftJoin(
      reps,
      and(
        eq(reps.workspaceId, schedules.workspaceId),
        sql`${schedules.subjectKey} = 'rep:' || ${reps.id}`,
      ),
    )
    .where(eq(schedules.enabled, true))
    .orderBy(asc(schedules.nextDueAt), asc(reps.name))
    .limit(1);
  return next ?? null;
}
