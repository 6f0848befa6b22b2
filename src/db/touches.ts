import { and, asc, count, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { NamedTouch } from '../domain/logged-touch.ts';
import type { Touch } from '../domain/touch.ts';
import type { Db } from './client.ts';
import { isOfProspect } from './not-prospects.ts';
import { prospects, touches } from './schema.ts';

const columns = {
  id: touches.id,
  prospectId: touches.prospectId,
  repId: touches.repId,
  channel: touches.channel,
  outcome: touches.outcome,
  touchedOn: touches.touchedOn,
  touchedAt: touches.touchedAt,
  note: touches.note,
  points: touches.points,
  noReason: touches.noReason,
  lesson: touches.lesson,
  answeredOn: touches.answeredOn,
  answeredPromise: touches.answeredPromise,
  promiseKept: touches.promiseKept,
  scores: touches.scores,
  editedAt: touches.editedAt,
  createdAt: touches.createdAt,
};

type ProspectKey = { workspaceId: number; prospectId: string };

/** A prospect's touches that stand, in the order they happened. */
export async function listTouches(db: Db, key: ProspectKey): Promise<Touch[]> {
  return db
    .select(columns)
    .from(touches)
    .where(
      and(
        eq(touches.workspaceId, key.workspaceId),
        eq(touches.prospectId, key.prospectId),
        isNull(touches.undoneAt),
      ),
    )
    .orderBy(asc(touches.touchedOn), asc(touches.createdAt), asc(touches.id))
    .limit(2000);
}

/** The latest standing touch of each prospect. */
export async function listLatestTouches(
  db: Db,
  { workspaceId, prospectIds }: { workspaceId: number; prospectIds: string[] },
): Promise<Map<string, Touch>> {
  const rows = await db
    .selectDistinctOn([touches.prospectId], columns)
    .from(touches)
    .where(
      and(
        eq(touches.workspaceId, workspaceId),
        inArray(touches.prospectId, prospectIds),
        isNull(touches.undoneAt),
      ),
    )
    .orderBy(touches.prospectId, desc(touches.touchedOn), desc(touches.createdAt));
  return new Map(rows.map((touch) => [touch.prospectId, touch]));
}

export async function findTouch(
  db: Db,
  { workspaceId, touchId }: { workspaceId: number; touchId: string },
): Promise<(Touch & { undoneAt: Date | null }) | null> {
  const [row] = await db
    .select({ ...columns, undoneAt: touches.undoneAt })
    .from(touches)
    .where(and(eq(touches.workspaceId, workspaceId), eq(touches.id, touchId)));
  return row ?? null;
}

export async function insertTouch(
  db: Db,
  { workspaceId, touch }: { workspaceId: number; touch: Omit<Touch, 'id'> },
): Promise<Touch> {
  const [row] = await db
    .insert(touches)
    .values({ workspaceId, ...touch })
    .returning(columns);
  if (!row) throw new Error('A touch was inserted and not returned.');
  return row;
}

export type TouchChange = Partial<Omit<Touch, 'id' | 'prospectId' | 'repId' | 'createdAt'>>;

/** Changes what a touch says; null when it was undone or is not there. */
export async function updateTouch(
  db: Db,
  { workspaceId, touchId, change }: { workspaceId: number; touchId: string; change: TouchChange },
): Promise<Touch | null> {
  const [row] = await db
    .update(touches)
    .set(change)
    .where(
      and(eq(touches.workspaceId, workspaceId), eq(touches.id, touchId), isNull(touches.undoneAt)),
    )
    .returning(columns);
  return row ?? null;
}

export type LoggedSince = {
  workspaceId: number;
  repId: string;
  since: Date;
  /** No touch logged since then happened before: the index is by the day it happened. */
  touchedFrom: LocalDate;
};

const loggedSince = ({ workspaceId, repId, since, touchedFrom }: LoggedSince) =>
  and(
    eq(touches.workspaceId, workspaceId),
    eq(touches.repId, repId),
    gte(touches.touchedOn, touchedFrom),
    gte(touches.createdAt, since),
    isNull(touches.undoneAt),
  );

/** A rep's touches that stand and were logged since an instant, newest first. */
export async function listLoggedSince(
  db: Db,
  { limit, offset = 0, ...span }: LoggedSince & { limit: number; offset?: number },
): Promise<NamedTouch[]> {
  const { id, name, company, externalId } = prospects;
  return db
    .select({ touch: columns, prospect: { id, name, company, externalId } })
    .from(touches)
    .innerJoin(
      prospects,
      and(eq(prospects.workspaceId, touches.workspaceId), eq(prospects.id, touches.prospectId)),
    )
    .where(loggedSince(span))
    .orderBy(desc(touches.createdAt), desc(touches.id))
    .limit(limit)
    .offset(offset);
}

export async function countLoggedSince(db: Db, span: LoggedSince): Promise<number> {
  const [row] = await db.select({ count: count() }).from(touches).where(loggedSince(span));
  return row?.count ?? 0;
}

/** Marks a touch undone; false when it was undone before. */
export async function markTouchUndone(
  db: Db,
  { workspaceId, touchId, now }: { workspaceId: number; touchId: string; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(touches)
    .set({ undoneAt: now })
    .where(
      and(eq(touches.workspaceId, workspaceId), eq(touches.id, touchId), isNull(touches.undoneAt)),
    )
    .returning({ id: touches.id });
  return rows.length === 1;
}

/**
 * Prospects followed up by each rep between two days, both included: one a prospect, rep and day. Given
 * reps, only theirs.
 */
export async function countFollowUps(
  db: Db,
  {
    workspaceId,
    from,
    to,
    repIds,
  }: { workspaceId: number; from: LocalDate; to: LocalDate; repIds?: string[] },
): Promise<Map<string, number>> {
  const rows = await db
    .select({
      repId: touches.repId,
      followUps: sql`count(distinct (${touches.prospectId}, ${touches.touchedOn}))`.mapWith(Number),
    })
    .from(touches)
    .where(
      and(
        eq(touches.workspaceId, workspaceId),
        sql`${touches.touchedOn} between ${from} and ${to}`,
        eq(touches.scores, true),
        repIds && inArray(touches.repId, repIds),
        isOfProspect(touches),
        isNull(touches.undoneAt),
      ),
    )
    .groupBy(touches.repId);
  return new Map(rows.map((row) => [row.repId, row.followUps]));
}
