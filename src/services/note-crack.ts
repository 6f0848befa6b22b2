import { saveCrackNote } from '../db/cracks.ts';
import { NOTE_LENGTH } from '../domain/cracks.ts';
import { ConflictError, InvalidError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';

/**
 * Writes the one line that stands beside a prospect in the manager's sweep, or takes it away. A touch
 * clears it.
 * @throws InvalidError with field `note` when it is too long; ConflictError when the chase is over.
 */
export async function noteCrack(
  ctx: RepContext,
  { prospectId, note }: { prospectId: string; note: string | null },
): Promise<Prospect> {
  if (note !== null && note.length > NOTE_LENGTH) {
    throw new InvalidError(({ cracks }) => cracks.tooLong(NOTE_LENGTH), 'note');
  }
  return ctx.db.transaction(async (db) => {
    const { workspaceId } = ctx;
    const prospect = await getProspectToChange(db, { workspaceId, prospectId });
    mustOwnOrManage(ctx.rep, prospect, 'crack_note');
    if (prospect.standing.status !== 'open') {
      throw new ConflictError(({ cracks }) => cracks.isNotOpen(labelOf(prospect)));
    }
    await saveCrackNote(db, { workspaceId, prospectId, note });
    return { ...prospect, crackNote: note };
  });
}
