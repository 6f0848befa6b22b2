import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { isOfProspect } from './not-prospects.ts';
import { history, prospects, touches } from './schema.ts';

export type PromiseCount = { kept: number; due: number };

/**
 * Promises that fell due between two days: those a touch answered, those put off without their word,
 * and those still open past their day. One kept early counts on the day it was kept, and only there.
 * Given reps, only those they answered, put off or still owe.
 */
export async function countPromises(
  db: Db,
  {
    workspaceId,
    from,
    before,
    repIds,
  }: { workspaceId: number; from: LocalDate; before: LocalDate; repIds?: string[] },
): Promise<PromiseCount> {
  const settledOn = sql`least(${touches.touchedOn}, ${touches.answeredOn})`;
  const [answered] = await db
    .select({
      due: count(),
      kept: sql`count(*) filter (where ${touches.promiseKept})`.mapWith(Number),
    })
    .from(touches)
    .where(
      and(
        eq(touches.workspaceId, workspaceId),
        eq(touches.answeredPromise, true),
        repIds && inArray(touches.repId, repIds),
        isNull(touches.undoneAt),
        isOfProspect(touches),
        sql`${settledOn} >= ${from}`,
        sql`(${settledOn} < ${before} or (${touches.promiseKept} and ${settledOn} = ${before}))`,
      ),
    );
  const [missed] = await db
    .select({ due: count() })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.status, 'open'),
        eq(prospects.promised, true),
        repIds && inArray(prospects.ownerId, repIds),
        sql`${prospects.nextOn} >= ${from} and ${prospects.nextOn} < ${before}`,
      ),
    );
  const [broken] = await db
    .select({ due: count() })
    .from(history)
    .where(
      and(
        eq(history.workspaceId, workspaceId),
        inArray(history.verb, ['snooze', 'nurture']),
        isOfProspect(history),
        repIds && inArray(history.repId, repIds),
        sql`(${history.before}->'next'->>'promised')::boolean`,
        sql`not (${history.after}->'next'->>'promised')::boolean`,
        sql`${history.before}->'next'->>'on' between ${from} and ${before}`,
      ),
    );
  return {
    kept: answered?.kept ?? 0,
    due: (answered?.due ?? 0) + (missed?.due ?? 0) + (broken?.due ?? 0),
  };
}
