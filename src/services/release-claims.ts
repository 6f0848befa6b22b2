import { releaseClaimsOf } from '../db/delivery-claims.ts';
import type { DeliveryDeps } from './delivery-context.ts';

/** Gives back what a process that is stopping claimed and did not begin to send. */
export async function releaseClaims(
  { db }: Pick<DeliveryDeps, 'db'>,
  { claimedBy }: { claimedBy: string },
): Promise<number> {
  return releaseClaimsOf(db, claimedBy);
}
