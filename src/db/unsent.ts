import { and, gte, inArray, lt, notLike } from 'drizzle-orm';
import type { Db } from './client.ts';
import { type DeliveryOutcome, listOutcomesOf } from './delivery-status.ts';
import { deliveries } from './schema.ts';

/** Somebody waited for it and did not get it, or nobody knows. */
const UNSENT = ['expired', 'dead', 'unconfirmed'] as const;

/** What begins the ledger's name of the notice that tells of what was not sent; it is not told of itself. */
export const UNSENT_NOTICE = 'unsent:';

const isUnsent = and(
  inArray(deliveries.state, UNSENT),
  notLike(deliveries.occurrenceKey, `${UNSENT_NOTICE}%`),
);

const MOST = 1000;

/** Since when, in each workspace, something was given up: each such moment once. */
export async function listUnsentMoments(
  db: Db,
  { from, to }: { from: Date; to: Date },
): Promise<{ workspaceId: number; at: Date }[]> {
  const { workspaceId, finishedAt } = deliveries;
  const rows = await db
    .selectDistinct({ workspaceId, at: finishedAt })
    .from(deliveries)
    .where(and(isUnsent, gte(finishedAt, from), lt(finishedAt, to)))
    .limit(MOST);
  return rows.flatMap((row) => (row.at ? [{ ...row, at: row.at }] : []));
}

/** What a workspace's people did not get, given up in a span of time. */
export async function listUnsent(
  db: Db,
  { workspaceId, from, to }: { workspaceId: number; from: Date; to: Date },
): Promise<DeliveryOutcome[]> {
  const { finishedAt } = deliveries;
  const which = and(isUnsent, gte(finishedAt, from), lt(finishedAt, to));
  return listOutcomesOf(db, { workspaceId, which });
}
