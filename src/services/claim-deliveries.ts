import { randomUUID } from 'node:crypto';
import { type Claimed, claimDeliveries as claimRows } from '../db/delivery-claims.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/** What one process has in flight at most: each may wait for Slack as long as a call may take. */
export const IN_FLIGHT = 96;
const PER_WORKSPACE = 3;

/** Claims deliveries that may be sent now: per workspace three in flight and what its allowance holds. */
export async function claimDeliveries(
  { db, timings, now, machineNow }: DeliveryContext,
  { claimedBy, limit = IN_FLIGHT }: { claimedBy: string; limit?: number },
): Promise<Claimed> {
  return claimRows(db, {
    token: randomUUID(),
    claimedBy,
    now,
    machineNow,
    leaseUntil: after(machineNow, timings.leaseMs),
    limit,
    perWorkspace: PER_WORKSPACE,
    allowance: { burst: timings.sendBurst, everyMs: timings.sendEveryMs },
  });
}
