import { insertDeliveries } from '../db/deliveries.ts';
import type { DeliveryKind } from '../domain/delivery.ts';
import type { WorkspaceContext } from './context.ts';

export type PlannedDelivery = {
  kind: Exclude<DeliveryKind, 'digest' | 'team_post'>;
  /** From `subjectKey`. */
  subjectKey: string;
  /** What makes the message the one it is; the same key again has no effect. */
  occurrenceKey: string;
  zone: string;
  dueAt: Date;
  expiresAt: Date;
};

/** Enters a message that does not recur (a promise's reminder, a notice) into the ledger, once. */
export async function planDelivery(
  { db, workspaceId, now }: WorkspaceContext,
  planned: PlannedDelivery,
): Promise<{ added: boolean }> {
  const row = { workspaceId, ...planned, state: 'pending' as const, createdAt: now };
  const added = await insertDeliveries(db, [{ ...row, nextAttemptAt: new Date(0) }]);
  return { added: added > 0 };
}
