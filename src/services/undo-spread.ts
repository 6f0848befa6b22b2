import { countBatch, findBatch, lockBatch } from '../db/history-batches.ts';
import { listBatchBefore } from '../db/spreads.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../domain/errors.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import { SPREAD_UNDO_HOURS } from '../domain/spread.ts';
import type { RepContext } from './context.ts';
import { isUuid } from './get-prospect.ts';
import { type MovedStep, saveMoves } from './spread-day.ts';

export type UndoneSpread = {
  restored: number;
  /** Changed since, so they stay where they are. */
  stayed: number;
};

/**
 * Takes a spread back within 24 hours: every prospect that has not changed since is due on its day
 * again. Undoing twice is once.
 * @throws ConflictError when it is too late or was undone already; NotAllowedError for somebody else's.
 */
export async function undoSpread(
  ctx: RepContext,
  { batchId }: { batchId: string },
): Promise<UndoneSpread> {
  const { workspaceId } = ctx;
  const key = { workspaceId, batchId, verb: 'spread' as const };
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await mustBeUndoable(inside, key);
    const batch = await lockBatch(db, key);
    if ((await countBatch(db, { ...key, verb: 'undo' })) > 0) {
      throw new ConflictError(({ snooze }) => snooze.faults.takenBackAlready);
    }
    const before = await listBatchBefore(db, { workspaceId, batchId });
    const steps = batch.flatMap(({ prospect, version }): MovedStep[] => {
      if (prospect.version !== version) return [];
      const { next } = snapshotSchema.parse(before.get(prospect.id));
      return next ? [{ prospect, on: next.on, rule: next.rule }] : [];
    });
    if (steps.length > 0) await saveMoves(inside, { steps, verb: 'undo', batchId });
    return { restored: steps.length, stayed: batch.length - steps.length };
  });
}

async function mustBeUndoable(
  { db, now, rep }: RepContext,
  key: { workspaceId: number; batchId: string; verb: 'spread' },
): Promise<void> {
  const batch = isUuid(key.batchId) ? await findBatch(db, key) : null;
  if (!batch) throw new NotFoundError(({ snooze }) => snooze.faults.noSuchSpread);
  if (batch.repId !== rep.id && !rep.isManager) {
    throw new NotAllowedError(({ snooze }) => snooze.faults.othersSpread);
  }
  if (now.getTime() - batch.at.getTime() > SPREAD_UNDO_HOURS * 3_600_000) {
    throw new ConflictError(({ snooze }) => snooze.faults.tooLateToUndo(SPREAD_UNDO_HOURS));
  }
}
