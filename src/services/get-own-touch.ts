import { findTouch } from '../db/touches.ts';
import { NotAllowedError, NotFoundError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Touch } from '../domain/touch.ts';
import type { RepContext } from './context.ts';
import { getProspect, isUuid } from './get-prospect.ts';

/**
 * A touch the rep may undo, undone or not: their own, or anybody's for a manager.
 * @throws NotAllowedError for somebody else's; NotFoundError when it is not in this workspace.
 */
export async function getOwnTouch(
  { db, workspaceId, rep }: RepContext,
  { touchId }: { touchId: string },
): Promise<{ touch: Touch; prospect: Prospect }> {
  const touch = isUuid(touchId) ? await findTouch(db, { workspaceId, touchId }) : null;
  if (!touch) throw new NotFoundError(({ answers }) => answers.faults.noSuchTouch);
  if (touch.repId !== rep.id && !rep.isManager) {
    throw new NotAllowedError(({ answers }) => answers.faults.othersToUndo);
  }
  return { touch, prospect: await getProspect(db, { workspaceId, prospectId: touch.prospectId }) };
}
