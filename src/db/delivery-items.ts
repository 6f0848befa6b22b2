import { and, asc, eq } from 'drizzle-orm';
import type { DeliveryItem } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { deliveryItems } from './schema.ts';

type Key = { workspaceId: number; deliveryId: string };

/** Keeps the rows a message is about to show, in place of those of an earlier attempt. */
export async function replaceDeliveryItems(
  db: Db,
  { workspaceId, deliveryId, items }: Key & { items: readonly DeliveryItem[] },
): Promise<void> {
  await db.delete(deliveryItems).where(is({ workspaceId, deliveryId }));
  if (items.length === 0) return;
  await db
    .insert(deliveryItems)
    .values(items.map((item) => ({ workspaceId, deliveryId, ...item })));
}

export type StoredItem = DeliveryItem & {
  result: Record<string, unknown> | null;
  resultAt: Date | null;
};

export async function listDeliveryItems(db: Db, key: Key): Promise<StoredItem[]> {
  return db
    .select({
      position: deliveryItems.position,
      prospectId: deliveryItems.prospectId,
      section: deliveryItems.section,
      drawnOn: deliveryItems.drawnOn,
      drawnVersion: deliveryItems.drawnVersion,
      result: deliveryItems.result,
      resultAt: deliveryItems.resultAt,
    })
    .from(deliveryItems)
    .where(is(key))
    .orderBy(asc(deliveryItems.position))
    .limit(1000);
}

function is({ workspaceId, deliveryId }: Key) {
  return and(eq(deliveryItems.workspaceId, workspaceId), eq(deliveryItems.deliveryId, deliveryId));
}
