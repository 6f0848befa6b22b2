import { findSentDigestsWith } from '../db/digest-items.ts';
import { addDays } from '../domain/local-date.ts';
import { localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { requestRedraw } from './redraw-turns.ts';

/**
 * Asks that today's digests that show a prospect be drawn anew. Called in the transaction of the
 * change, so that the request outlives a crash. "Today" differs by zone: a day on both sides covers all.
 */
export async function requestDigestRedraw(
  ctx: WorkspaceContext,
  prospectId: string,
): Promise<void> {
  const { db, workspaceId, now } = ctx;
  const from = addDays(localDateOf(now, 'Etc/UTC'), -1);
  for (const deliveryId of await findSentDigestsWith(db, { workspaceId, prospectId, from })) {
    await requestRedraw(ctx, deliveryId);
  }
}
