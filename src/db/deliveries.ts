import { and, desc, eq, sql } from 'drizzle-orm';
import type { DeliveryKind } from '../domain/delivery.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { kept } from './kept.ts';
import { deliveries } from './schema.ts';

export type NewDelivery = typeof deliveries.$inferInsert;

/** Enters rows into the ledger and tells how many were not there yet. */
export async function insertDeliveries(db: Db, rows: readonly NewDelivery[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await db
    .insert(deliveries)
    .values([...rows])
    .onConflictDoNothing({
      target: [
        deliveries.workspaceId,
        deliveries.kind,
        deliveries.subjectKey,
        deliveries.occurrenceKey,
      ],
    })
    .returning({ id: deliveries.id });
  return added.length;
}

/** A schedule's occurrence as it enters the ledger. */
export type PlannedRow = Pick<
  NewDelivery,
  'workspaceId' | 'kind' | 'subjectKey' | 'occurrenceKey' | 'zone' | 'dueAt' | 'expiresAt' | 'state'
> &
  Pick<NewDelivery, 'reason' | 'nextAttemptAt' | 'createdAt' | 'finishedAt'>;

/** A year's occurrences of many schedules go in pieces, each well within a statement's time. */
const ROWS_AT_A_TIME = 2_000;

/** Enters the occurrences of many schedules together and tells how many were not there yet. */
export async function insertPlanned(db: Db, rows: readonly PlannedRow[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    added += await insertPiece(db, rows.slice(from, from + ROWS_AT_A_TIME));
  }
  return added;
}

async function insertPiece(db: Db, rows: readonly PlannedRow[]): Promise<number> {
  const added = await db.execute(
    kept(sql`
    insert into deliveries (workspace_id, kind, subject_key, occurrence_key, zone, due_at,
      expires_at, state, reason, next_attempt_at, created_at, finished_at)
    select "workspaceId", kind, "subjectKey", "occurrenceKey", zone, "dueAt",
      "expiresAt", state, reason, "nextAttemptAt", "createdAt", "finishedAt"
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as row(
      "workspaceId" bigint, kind text, "subjectKey" text, "occurrenceKey" text, zone text,
      "dueAt" timestamptz, "expiresAt" timestamptz, state text, reason text,
      "nextAttemptAt" timestamptz, "createdAt" timestamptz, "finishedAt" timestamptz)
    on conflict (workspace_id, kind, subject_key, occurrence_key) do nothing
    returning 1`),
  );
  return added.length;
}

/** The newest local date that a recurring message has in the ledger. */
export async function findLastOccurrence(
  db: Db,
  key: { workspaceId: number; kind: DeliveryKind; subjectKey: string },
): Promise<LocalDate | null> {
  const [row] = await db
    .select({ occurrenceKey: deliveries.occurrenceKey })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, key.workspaceId),
        eq(deliveries.kind, key.kind),
        eq(deliveries.subjectKey, key.subjectKey),
      ),
    )
    .orderBy(desc(deliveries.occurrenceKey))
    .limit(1);
  return row?.occurrenceKey ?? null;
}
