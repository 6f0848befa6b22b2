import { and, eq } from 'drizzle-orm';
import type { ClaimedDelivery } from '../domain/delivery.ts';
import { deliveries } from './schema.ts';

/** What a sender holds in its hand: every write after a claim names it. */
export type Fence = Pick<ClaimedDelivery, 'workspaceId' | 'id' | 'attempts' | 'claimToken'>;

export function holds({ workspaceId, id, claimToken }: Fence) {
  return and(
    eq(deliveries.workspaceId, workspaceId),
    eq(deliveries.id, id),
    eq(deliveries.claimToken, claimToken),
  );
}

/** What a row is without once nobody holds it. */
export const RELEASED = { claimToken: null, claimedBy: null, leaseUntil: null };
