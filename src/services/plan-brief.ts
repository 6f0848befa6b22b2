import { wantRedrawOf } from '../db/delivery-redraws.ts';
import { countGiven, findBatch, listGiven } from '../db/history-batches.ts';
import { listReps } from '../db/reps.ts';
import type { Brief } from '../domain/brief-model.ts';
import { totalOf } from '../domain/owned.ts';
import type { Rep } from '../domain/rep.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import { subjectKey } from '../domain/subject.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { after } from './delivery-context.ts';
import { findHeldIds } from './list-held.ts';
import { planDelivery } from './plan-delivery.ts';

/** What begins the ledger's name of a brief; the batch follows. */
const BRIEF = 'brief:';
const KEPT_MS = 7 * 24 * 3_600_000;
const SHOWN = 10;

/** Enters the one message that tells a new owner what they were given; managers know what they took. */
export async function planBrief(
  ctx: RepContext,
  { to, batchId }: { to: Rep; batchId: string },
): Promise<void> {
  if (to.id === ctx.rep.id) return;
  await planDelivery(ctx, {
    kind: 'notice',
    subjectKey: subjectKey({ kind: 'rep', id: to.id }),
    occurrenceKey: `${BRIEF}${batchId}`,
    zone: to.zone,
    dueAt: ctx.now,
    expiresAt: after(ctx.now, KEPT_MS),
  });
}

/** A brief that was read already says how things stand, once its hand-over is taken back. */
export async function requestBriefRedraw(
  { db, workspaceId }: RepContext,
  { to, batchId }: { to: Rep; batchId: string },
): Promise<void> {
  await wantRedrawOf(db, {
    ...{ workspaceId, kind: 'notice', occurrenceKey: `${BRIEF}${batchId}` },
    subjectKey: subjectKey({ kind: 'rep', id: to.id }),
  });
}

/** Whether a notice of the ledger is a brief. */
export function isBrief(occurrenceKey: string): boolean {
  return occurrenceKey.startsWith(BRIEF);
}

/**
 * What a rep was given and still has, as of now; null when it was undone, went on, or when the
 * occurrence is no brief.
 */
export async function loadBrief(ctx: RepContext, occurrenceKey: string): Promise<Brief | null> {
  if (!isBrief(occurrenceKey)) return null;
  const { db, workspaceId, rep } = ctx;
  const batchId = occurrenceKey.slice(BRIEF.length);
  const key = { workspaceId, batchId, verb: 'change_owner', ownerId: rep.id } as const;
  const today = localDateOf(ctx.now, rep.zone);
  const owned = await countGiven(db, { ...key, today });
  const batch = await findBatch(db, key);
  if (!batch || totalOf(owned) === 0) return null;
  const names = new Map((await listReps(db, workspaceId)).map(({ id, name }) => [id, name]));
  const { ownerId } = snapshotSchema.parse(batch.before);
  const rows = await listGiven(db, { ...key, limit: SHOWN });
  return {
    by: names.get(batch.repId ?? '') ?? null,
    from: names.get(ownerId ?? '') ?? null,
    owned,
    rows,
    heldIds: await findHeldIds(
      ctx,
      rows.map(({ id }) => id),
    ),
    today,
    zone: rep.zone,
  };
}
