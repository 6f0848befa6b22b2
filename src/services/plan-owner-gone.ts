import { findRep, listActiveReps } from '../db/reps.ts';
import type { GoneOwner } from '../domain/gone-owner.ts';
import { addDays } from '../domain/local-date.ts';
import { managersOf } from '../domain/managers.ts';
import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import { instantOf } from '../domain/zone.ts';
import type { RepContext, WorkspaceContext } from './context.ts';
import { isUuid } from './get-prospect.ts';
import { describeGone } from './load-gone-owners.ts';
import { NOTICE_TIME, nextMorning } from './next-morning.ts';
import { planDelivery } from './plan-delivery.ts';

/** What begins the ledger's name of the notice; who left and when follow. */
const OWNER_GONE = 'owner_gone';
const KEPT_DAYS = 7;

/**
 * Tells each manager of somebody who left, once for each time they leave, at 08:00 of the manager's
 * next working day. What it says is read when it is sent.
 */
export async function planOwnerGone(ctx: WorkspaceContext, rep: Rep): Promise<void> {
  if (rep.deactivatedAt === null) return;
  const occurrenceKey = [OWNER_GONE, rep.id, rep.deactivatedAt.getTime()].join(':');
  for (const manager of managersOf(rep, await listActiveReps(ctx.db, ctx.workspaceId))) {
    const { on, at } = await nextMorning(ctx, manager);
    await planDelivery(ctx, {
      kind: 'notice',
      subjectKey: subjectKey({ kind: 'rep', id: manager.id }),
      occurrenceKey,
      zone: manager.zone,
      dueAt: at,
      expiresAt: instantOf(addDays(on, KEPT_DAYS), NOTICE_TIME, manager.zone),
    });
  }
}

/**
 * Who left, with what is left of theirs; null when they came back, when it is somebody's by now, or
 * when the occurrence is no such notice.
 */
export async function loadOwnerGone(
  ctx: RepContext,
  occurrenceKey: string,
): Promise<GoneOwner | null> {
  const [kind, repId = '', leftAt] = occurrenceKey.split(':');
  if (kind !== OWNER_GONE || !isUuid(repId)) return null;
  const rep = await findRep(ctx.db, { workspaceId: ctx.workspaceId, repId });
  if (rep?.deactivatedAt?.getTime() !== Number(leftAt)) return null;
  const [gone] = await describeGone(ctx, [rep]);
  return gone ?? null;
}
