import { and, gte, inArray, lt, notLike, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { type DeliveryOutcome, listOutcomesOf } from './delivery-status.ts';
import { deliveries, reps } from './schema.ts';

/** Somebody waited for it and did not get it, or nobody knows. */
const UNSENT = ['expired', 'dead', 'unconfirmed'] as const;
const UNSENT_STATES = sql.join(
  UNSENT.map((state) => sql`${state}`),
  sql`, `,
);

/** What begins the ledger's name of the notice that tells of what was not sent; it does not name itself. */
export const UNSENT_NOTICE = 'unsent:';
const NOTICES = `${UNSENT_NOTICE}%`;

const MOST = 1000;

export type Untold = { workspaceId: number; repId: string; at: Date };

/**
 * The managers of all workspaces who are to hear of something that was given up in a span of time, and
 * since when: what a notice of theirs tells of, sent or on its way, is left out. A notice that was given
 * up itself tells nobody, so what it held is to be told after it.
 */
export async function listUntold(
  db: Db,
  { from, to }: { from: Date; to: Date },
): Promise<Untold[]> {
  const own = sql`n.workspace_id = r.workspace_id and n.kind = 'notice'
    and n.subject_key = 'rep:' || r.id and n.occurrence_key like ${NOTICES}`;
  const rows = await db.execute<{ workspace_id: string; id: string; at: string }>(sql`
    select r.workspace_id, r.id,
      to_char(min(l.finished_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from ${deliveries} l
    join ${reps} r on r.workspace_id = l.workspace_id and r.is_manager and r.deactivated_at is null
    where l.state in (${UNSENT_STATES})
      and l.finished_at >= ${from.toISOString()}::timestamptz
      and l.finished_at < ${to.toISOString()}::timestamptz
      and (l.occurrence_key not like ${NOTICES} or l.subject_key = 'rep:' || r.id)
      and not exists (select from ${deliveries} n
        where ${own} and n.state not in (${UNSENT_STATES}) and n.due_at > l.finished_at)
      and not exists (select from ${deliveries} n
        where ${own} and n.state in (${UNSENT_STATES}) and n.finished_at > l.finished_at)
    group by r.workspace_id, r.id order by at limit ${MOST}`);
  return rows.map(({ workspace_id, id, at }) => ({
    ...{ workspaceId: Number(workspace_id), repId: id, at: new Date(at) },
  }));
}

/**
 * When the first notice was due of those to a manager that were given up one after the other until an
 * instant; null when the last one before it was not.
 */
export async function findFirstLostNotice(
  db: Db,
  { workspaceId, subjectKey, before }: { workspaceId: number; subjectKey: string; before: Date },
): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    with own as (
      select due_at, state in (${UNSENT_STATES}) as is_lost from ${deliveries}
      where workspace_id = ${workspaceId} and kind = 'notice' and subject_key = ${subjectKey}
        and occurrence_key like ${NOTICES} and due_at < ${before.toISOString()}::timestamptz
    )
    select to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from own
    where is_lost and due_at > coalesce(
      (select max(due_at) from own where not is_lost), '-infinity')`);
  return row?.at ? new Date(row.at) : null;
}

/** What a workspace's people did not get, given up in a span of time. */
export async function listUnsent(
  db: Db,
  { workspaceId, from, to }: { workspaceId: number; from: Date; to: Date },
): Promise<DeliveryOutcome[]> {
  const { finishedAt, state, occurrenceKey } = deliveries;
  const isUnsent = and(inArray(state, UNSENT), notLike(occurrenceKey, NOTICES));
  const which = and(isUnsent, gte(finishedAt, from), lt(finishedAt, to));
  return listOutcomesOf(db, { workspaceId, which });
}
