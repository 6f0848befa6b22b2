import { takeUncertain } from '../db/delivery-repairs.ts';
import { takeHistoryTurn } from '../db/send-state.ts';
import type { UncertainDelivery } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

const AT_A_TIME = 20;

/** The uncertain deliveries that this process is to look for now. */
export async function takeLooks({
  db,
  timings,
  machineNow,
}: DeliveryContext): Promise<UncertainDelivery[]> {
  const nextLookAt = after(machineNow, timings.lookEveryMs);
  return takeUncertain(db, { now: machineNow, nextLookAt, limit: AT_A_TIME });
}

/** Whether the workspace's budget has room for one look into a history. */
export async function mayLook(
  { db, timings, machineNow }: DeliveryContext,
  { workspaceId }: { workspaceId: number },
): Promise<boolean> {
  const budget = { burst: timings.historyBurst, everyMs: timings.historyEveryMs };
  return takeHistoryTurn(db, { workspaceId, now: machineNow, ...budget });
}
