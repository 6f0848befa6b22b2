import { randomUUID } from 'node:crypto';
import { claimDeliveries as claimRows } from '../db/deliveries.ts';
import type { ClaimedDelivery } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

const AT_A_TIME = 12;
const PER_WORKSPACE = 3;

/** Claims up to twelve deliveries that may be sent now, at most three in flight per workspace. */
export async function claimDeliveries(
  { db, timings, now, machineNow }: DeliveryContext,
  { claimedBy }: { claimedBy: string },
): Promise<ClaimedDelivery[]> {
  return claimRows(db, {
    token: randomUUID(),
    claimedBy,
    now,
    machineNow,
    leaseUntil: after(machineNow, timings.leaseMs),
    limit: AT_A_TIME,
    perWorkspace: PER_WORKSPACE,
  });
}
