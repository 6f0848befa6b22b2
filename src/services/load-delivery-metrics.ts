import type { Db } from '../db/client.ts';
import { countDeliveries, type DeliveryCount, findOldestDue } from '../db/delivery-counts.ts';

const DAY_MS = 86_400_000;

export type DeliveryMetrics = {
  counts: DeliveryCount[];
  /** Seconds since the longest waiting delivery was due; 0 when none waits. */
  oldestDueSeconds: number;
};

/** What became of the deliveries of the last day, over all workspaces. */
export async function loadDeliveryMetrics(db: Db, now: Date): Promise<DeliveryMetrics> {
  const oldest = await findOldestDue(db, now);
  return {
    counts: await countDeliveries(db, new Date(now.getTime() - DAY_MS)),
    oldestDueSeconds: oldest === null ? 0 : Math.round((now.getTime() - oldest.getTime()) / 1000),
  };
}
