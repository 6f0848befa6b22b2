import { findSentDigestsWith, listSentDigests } from '../db/digest-items.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
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
  const { db, workspaceId } = ctx;
  const span = { workspaceId, prospectId, from: firstDay(ctx) };
  for (const deliveryId of await findSentDigestsWith(db, span)) {
    await requestRedraw(ctx, deliveryId);
  }
}

/** The same for all that stands in the reps' own digests, whichever prospect changed hands. */
export async function requestDigestRedrawOf(
  ctx: WorkspaceContext,
  repIds: string[],
): Promise<void> {
  const { db, workspaceId } = ctx;
  for (const deliveryId of await listSentDigests(db, {
    workspaceId,
    repIds,
    from: firstDay(ctx),
  })) {
    await requestRedraw(ctx, deliveryId);
  }
}

function firstDay({ now }: WorkspaceContext): LocalDate {
  return addDays(localDateOf(now, 'Etc/UTC'), -1);
}
