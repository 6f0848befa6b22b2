import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { deliveries } from '../../src/db/schema.ts';
import type { DeliveryKind } from '../../src/domain/delivery.ts';

/** The ledger of a workspace, oldest day first. */
export async function readLedger(db: Db, workspaceId: number, kind: DeliveryKind = 'digest') {
  return db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.kind, kind)))
    .orderBy(asc(deliveries.occurrenceKey));
}
