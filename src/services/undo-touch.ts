import { listHistory } from '../db/history.ts';
import { findRep } from '../db/reps.ts';
import { deleteSuppressions } from '../db/suppressions.ts';
import { findTouch, markTouchUndone } from '../db/touches.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { type Snapshot, snapshotSchema } from '../domain/snapshot.ts';
import type { Touch } from '../domain/touch.ts';
import { unblockSamePerson } from './block-same-person.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange, isUuid } from './get-prospect.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';
import { resumeSamePerson } from './stop-same-person.ts';

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
    const touch = await getTouch(inside, touchId);
    if (touch.repId !== ctx.rep.id && !ctx.rep.isManager) {
      throw new NotAllowedError('Only the one who logged a touch, or a manager, can undo it.');
    }
    const prospect = await getProspectToChange(db, { workspaceId, prospectId: touch.prospectId });
    // Read again: an undo at the same moment may have been faster to the lock.
    if ((await getTouch(inside, touchId)).undoneAt !== null) {
      return { touch, prospect, already: true };
    }

    const [last] = await listHistory(db, { workspaceId, prospectId: prospect.id, limit: 1 });
    if (last?.touchId !== touch.id || last.verb !== 'log') {
      throw new ConflictError(await describeLaterChange(inside, prospect, last?.repId ?? null));
    }
    const before = snapshotSchema.parse(last.before);
    await markTouchUndone(db, { workspaceId, touchId, now: ctx.now });
    const change = await changeBackTo(inside, prospect, before);
    const restored = await saveChange(inside, { prospect, change, verb: 'undo', touchId });
    if (touch.outcome === 'stop') await liftStop(inside, { prospect, before, touchId });
    return { touch, prospect: restored, already: false };
  });
}

async function getTouch({ db, workspaceId }: RepContext, touchId: string) {
  const touch = isUuid(touchId) ? await findTouch(db, { workspaceId, touchId }) : null;
  if (!touch) throw new NotFoundError('That touch is not here.');
  return touch;
}

/** Takes back what this stop did; one that came before it, or under another entry, still holds. */
async function liftStop(
  ctx: RepContext,
  { prospect, before, touchId }: { prospect: Prospect; before: Snapshot; touchId: string },
): Promise<void> {
  await unblockSamePerson(ctx, { prospect, touchId });
  if (prospect.standing.status !== 'stopped' || before.status === 'stopped') return;
  if (!(await resumeSamePerson(ctx, { prospect, touchId }))) return;
  await deleteSuppressions(ctx.db, { workspaceId: ctx.workspaceId, prospectId: prospect.id });
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
