import { doubtLapsedSends, expirePending, releaseLapsedClaims } from '../db/delivery-repairs.ts';
import type { DeliveryContext } from './delivery-context.ts';

export type Repaired = {
  /** Claims that lapsed before a call: sent again. */
  released: number;
  /** Sends that lapsed: looked for before anything is repeated. */
  doubted: number;
  /** Rows nobody sent in time. */
  expired: number;
};

/** Takes back what a process that died or froze held, and closes what is too late to send. */
export async function repairDeliveries({
  db,
  timings,
  now,
  machineNow,
}: DeliveryContext): Promise<Repaired> {
  const released = await releaseLapsedClaims(db, machineNow);
  const lapsed = { now: machineNow, firstLookMs: timings.firstLookMs };
  const doubted = await doubtLapsedSends(db, lapsed);
  return { released, doubted, expired: await expirePending(db, now) };
}
