import { listLatestChanges } from '../db/digest-items.ts';
import { countBatch, findBatch, lockBatch } from '../db/history-batches.ts';
import { listReps } from '../db/reps.ts';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import { HAND_OVER_UNDO_HOURS } from '../domain/owned.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';
import { isUuid } from './get-prospect.ts';
import { getRep } from './get-rep.ts';
import { giveProspects } from './give-prospects.ts';
import { mustManage } from './permissions.ts';
import { requestBriefRedraw } from './plan-brief.ts';

export type UndoneHandOver = {
  from: string;
  to: string;
  /** Prospects that are the first owner's again. */
  restored: number;
  /** Those that stayed, by who changed them since. */
  stayed: { name: string | null; count: number }[];
};

/**
 * Takes a hand-over back within 24 hours: every prospect that has not changed since is the first
 * owner's again. Undoing twice is once.
 * @throws ConflictError when it is too late or was undone already.
 */
export async function undoHandOver(
  ctx: RepContext,
  { batchId }: { batchId: string },
): Promise<UndoneHandOver> {
  mustManage(ctx.rep, 'takeBackHandOver');
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const key = { workspaceId: ctx.workspaceId, batchId, verb: 'change_owner' as const };
    const { from, to } = await readBatch(inside, key);
    const batch = await lockBatch(db, key);
    if ((await countBatch(db, { ...key, verb: 'undo' })) > 0) {
      throw new ConflictError(({ handOver }) => handOver.takenBackAlready);
    }
    const same = batch.filter(({ prospect, version }) => prospect.version === version);
    const prospects = same.map(({ prospect }) => prospect);
    await giveProspects(inside, { prospects, to: from, verb: 'undo', batchId });
    await requestBriefRedraw(inside, { to, batchId });
    const changed = batch.filter(({ prospect, version }) => prospect.version !== version);
    const stayed = await sayWho(
      inside,
      changed.map(({ prospect }) => prospect.id),
    );
    return { from: from.name, to: to.name, restored: prospects.length, stayed };
  });
}

type Key = { workspaceId: number; batchId: string; verb: 'change_owner' };

async function readBatch(ctx: RepContext, key: Key) {
  const found = isUuid(key.batchId) ? await findBatch(ctx.db, key) : null;
  if (!found) throw new NotFoundError(({ handOver }) => handOver.notHere);
  if (ctx.now.getTime() - found.at.getTime() > HAND_OVER_UNDO_HOURS * 3_600_000) {
    throw new ConflictError(({ handOver }) => handOver.tooLate(HAND_OVER_UNDO_HOURS));
  }
  const { ownerId: fromId } = snapshotSchema.parse(found.before);
  const { ownerId: toId } = snapshotSchema.parse(found.after);
  return { from: await getRep(ctx, fromId ?? ''), to: await getRep(ctx, toId ?? '') };
}

async function sayWho(
  { db, workspaceId }: RepContext,
  prospectIds: string[],
): Promise<UndoneHandOver['stayed']> {
  if (prospectIds.length === 0) return [];
  const names = new Map((await listReps(db, workspaceId)).map(({ id, name }) => [id, name]));
  const counts = new Map<string | null, number>();
  const changes = await listLatestChanges(db, { workspaceId, prospectIds });
  for (const { repId } of changes.filter(({ place }) => Number(place) === 1)) {
    const name = names.get(repId ?? '') ?? null;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
