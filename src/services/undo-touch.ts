import { findTouch, markTouchUndone } from '../db/touches.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { Touch } from '../domain/touch.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange, isUuid } from './get-prospect.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';
import { describeChange, isOfTouch, listStandingChanges } from './standing-history.ts';
import { takeBackStop } from './take-back-stop.ts';

export type UndoneTouch = { touch: Touch; prospect: Prospect; already: boolean };

/**
 * Takes a touch back, its edits included, and puts its prospect exactly where it stood before, while
 * the touch is the prospect's last change that stands. Undoing twice is once.
 * @throws ConflictError naming who changed what since; NotAllowedError when it is somebody else's touch.
 */
export async function undoTouch(
  ctx: RepContext,
  { touchId }: { touchId: string },
): Promise<UndoneTouch> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { workspaceId } = ctx;
    const { repId, prospectId } = await getTouch(inside, touchId);
    if (repId !== ctx.rep.id && !ctx.rep.isManager) {
      throw new NotAllowedError(({ answers }) => answers.faults.othersToUndo);
    }
    const prospect = await getProspectToChange(db, { workspaceId, prospectId });
    // Read again: an undo or an edit at the same moment may have been faster to the lock.
    const touch = await getTouch(inside, touchId);
    if (touch.undoneAt !== null) return { touch, prospect, already: true };

    const [last] = await listStandingChanges(inside, prospect.id);
    if (!last || !isOfTouch(last, touch.id)) {
      throw new ConflictError(await describeChange(inside, { prospect, change: last }));
    }
    const before = snapshotSchema.parse(last.before);
    await markTouchUndone(db, { workspaceId, touchId, now: ctx.now });
    const change = await changeBackTo(inside, prospect, before);
    const restored = await saveChange(inside, { prospect, change, verb: 'undo', touchId });
    if (touch.outcome === 'stop') await takeBackStop(inside, { prospect, before, touchId });
    return { touch, prospect: restored, already: false };
  });
}

async function getTouch({ db, workspaceId }: RepContext, touchId: string) {
  const touch = isUuid(touchId) ? await findTouch(db, { workspaceId, touchId }) : null;
  if (!touch) throw new NotFoundError(({ answers }) => answers.faults.noSuchTouch);
  return touch;
}
