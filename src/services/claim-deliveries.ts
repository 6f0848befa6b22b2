import { randomUUID } from 'node:crypto';
import { type Claimed, claimDeliveries as claimRows } from '../db/deliveries.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

const AT_A_TIME = 12;
const PER_WORKSPACE = 3;

/** Claims up to twelve deliveries that may be sent now: per workspace three in flight and what its allowance holds. */
export async function claimDeliveries(
  { db, timings, now, machineNow }: DeliveryContext,
  { claimedBy }: { claimedBy: string },
): Promise<Claimed> {
  return claimRows(db, {
    token: randomUUID(),
    claimedBy,
    now,
    machineNow,
    leaseUntil: after(machineNow, timings.leaseMs),
    limit: AT_A_TIME,
    perWorkspace: PER_WORKSPACE,
    allowance: { burst: timings.sendBurst, everyMs: timings.sendEveryMs },
  });
}
