import { and, asc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { DeliveryKind, DeliveryState } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { deliveries, reps } from './schema.ts';

export type DeliveryOutcome = {
  kind: DeliveryKind;
  state: DeliveryState;
  reason: string | null;
  finishedAt: Date | null;
  /** Whose message it is; null for a team's. */
  repName: string | null;
};

const MOST = 20_000;

/** A workspace's messages that were due in a span of time, and what became of them. */
export async function listOutcomes(
  db: Db,
  { workspaceId, from, to }: { workspaceId: number; from: Date; to: Date },
): Promise<DeliveryOutcome[]> {
  const which = and(gte(deliveries.dueAt, from), lte(deliveries.dueAt, to));
  return listOutcomesOf(db, { workspaceId, which });
}

/** What became of those of a workspace's deliveries that a condition names, in the order they were due. */
export async function listOutcomesOf(
  db: Db,
  { workspaceId, which }: { workspaceId: number; which: SQL | undefined },
): Promise<DeliveryOutcome[]> {
  return db
    .select({
      kind: deliveries.kind,
      state: deliveries.state,
      reason: deliveries.reason,
      finishedAt: deliveries.finishedAt,
      repName: reps.name,
    })
    .from(deliveries)
    .leftJoin(
      reps,
      and(
        eq(reps.workspaceId, deliveries.workspaceId),
        sql`${deliveries.subjectKey} = 'rep:' || ${reps.id}`,
      ),
    )
    .where(and(eq(deliveries.workspaceId, workspaceId), which))
    .orderBy(asc(deliveries.dueAt), asc(reps.name))
    .limit(MOST);
}
