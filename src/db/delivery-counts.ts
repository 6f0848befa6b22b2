import { count, gt, min, sql } from 'drizzle-orm';
import type { DeliveryKind, DeliveryState } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { deliveries } from './schema.ts';

export type DeliveryCount = {
  kind: DeliveryKind;
  state: DeliveryState;
  reason: string | null;
  count: number;
};

/** Deliveries due since an instant by what became of them, over all workspaces: for the operator. */
export async function countDeliveries(db: Db, since: Date): Promise<DeliveryCount[]> {
  return db
    .select({
      kind: deliveries.kind,
      state: deliveries.state,
      reason: deliveries.reason,
      count: count(),
    })
    .from(deliveries)
    .where(gt(deliveries.dueAt, since))
    .groupBy(deliveries.kind, deliveries.state, deliveries.reason)
    .orderBy(deliveries.kind, deliveries.state, deliveries.reason);
}

/** When the delivery that has waited longest was due; null when none waits. */
export async function findOldestDue(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: min(deliveries.dueAt) })
    .from(deliveries)
    .where(sql`${deliveries.state} = 'pending' and ${deliveries.dueAt} <= ${now.toISOString()}`);
  return row?.dueAt ?? null;
}
