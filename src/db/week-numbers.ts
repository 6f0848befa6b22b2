import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { NoReason } from '../domain/touch.ts';
import type { Db } from './client.ts';
import { isOfProspect } from './not-prospects.ts';
import { touches } from './schema.ts';

type Span = { workspaceId: number; from: LocalDate; to: LocalDate; repIds?: string[] };

const within = ({ workspaceId, from, to, repIds }: Span) =>
  and(
    eq(touches.workspaceId, workspaceId),
    sql`${touches.touchedOn} between ${from} and ${to}`,
    repIds && inArray(touches.repId, repIds),
    isNull(touches.undoneAt),
    isOfProspect(touches),
  );

export type TouchNumbers = { prospectsChased: number; yes: number; no: number };

/** Prospects touched and answers got between two days, both included; given reps, only by them. */
export async function countAnswers(db: Db, span: Span): Promise<TouchNumbers> {
  const [row] = await db
    .select({
      prospectsChased: sql`count(distinct ${touches.prospectId})`.mapWith(Number),
      yes: sql`count(*) filter (where ${touches.outcome} = 'yes')`.mapWith(Number),
      no: sql`count(*) filter (where ${touches.outcome} = 'no')`.mapWith(Number),
    })
    .from(touches)
    .where(within(span));
  return row ?? { prospectsChased: 0, yes: 0, no: 0 };
}

/** The newest lesson written down with a No between two days. */
export async function findNewestLesson(
  db: Db,
  span: Span,
): Promise<{ reason: NoReason | null; text: string } | null> {
  const [row] = await db
    .select({ reason: touches.noReason, text: touches.lesson })
    .from(touches)
    .where(and(within(span), isNotNull(touches.lesson)))
    .orderBy(desc(touches.createdAt), desc(touches.id))
    .limit(1);
  return row?.text ? { reason: row.reason, text: row.text } : null;
}
