import { listHistory } from '../db/history.ts';
import { findRep } from '../db/reps.ts';
import { deleteSuppressions } from '../db/suppressions.ts';
import { findTouch, markTouchUndone } from '../db/touches.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { snapshotSchema, standingIn } from '../domain/snapshot.ts';
import type { Touch } from '../domain/touch.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange, isUuid } from './get-prospect.ts';
import { saveChange } from './save-change.ts';

export type UndoneTouch = { touch: Touch; prospect: Prospect; already: boolean };

/**
 * Takes a touch back and puts its prospect exactly where it stood before, while the touch is the
 * prospect's last change. Undoing twice is once.
 * @throws ConflictError naming who changed it since; NotAllowedError when it is somebody else's touch.
 */
export async function undoTouch(
  ctx: RepContext,
  { touchId }: { touchId: string },
): Promise<UndoneTouch> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { workspaceId } = ctx;
    const touch = isUuid(touchId) ? await findTouch(db, { workspaceId, touchId }) : null;
    if (!touch) throw new NotFoundError('That touch is not here.');
    if (touch.repId !== ctx.rep.id && !ctx.rep.isManager) {
      throw new NotAllowedError('Only the one who logged a touch, or a manager, can undo it.');
    }
    const prospect = await getProspectToChange(db, { workspaceId, prospectId: touch.prospectId });
    if (touch.undoneAt !== null) return { touch, prospect, already: true };

    const [last] = await listHistory(db, { workspaceId, prospectId: prospect.id, limit: 1 });
    if (last?.touchId !== touch.id || last.verb !== 'log') {
      throw new ConflictError(await describeLaterChange(inside, prospect, last?.repId ?? null));
    }
    const before = snapshotSchema.parse(last.before);
    await markTouchUndone(db, { workspaceId, touchId, now: ctx.now });
    await deleteSuppressions(db, { workspaceId, prospectId: prospect.id });
    const restored = await saveChange(inside, {
      prospect,
      change: { ...restorable(before), standing: standingIn(before) },
      verb: 'undo',
      touchId,
    });
    return { touch, prospect: restored, already: false };
  });
}

function restorable(before: ReturnType<typeof snapshotSchema.parse>) {
  const { ownerId, interest, stoppedChannels, inLine, snoozes } = before;
  return { ownerId, interest, stoppedChannels, inLine, snoozes };
}

async function describeLaterChange(
  { db, workspaceId, rep }: RepContext,
  prospect: Prospect,
  repId: string | null,
): Promise<string> {
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const name = who?.id === rep.id ? 'You' : (who?.name ?? 'Somebody');
  return `${name} changed ${labelOf(prospect)} since, so this can no longer be undone.`;
}
