import { findTouch } from '../db/touches.ts';
import { EDIT_DAYS, judgeEdit } from '../domain/edit-rights.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Entries } from '../domain/recall-touch.ts';
import { type Snapshot, snapshotSchema } from '../domain/snapshot.ts';
import type { Touch } from '../domain/touch.ts';
import type { LogTouchInput } from '../domain/touch-input.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getProspect, isUuid } from './get-prospect.ts';
import { isOfTouch, listStandingChanges } from './standing-history.ts';

export type EditableTouch = {
  touch: Touch;
  prospect: Prospect;
  /** Nothing happened to the prospect since: an edit replans. */
  isLatest: boolean;
  /** The prospect before the touch; null when nobody knows any more. */
  before: Snapshot | null;
};

/** An edit in the middle of its transaction, the prospect locked. */
export type Editing = EditableTouch & {
  input: LogTouchInput;
  entries: Entries;
  today: LocalDate;
  /** The day the touch was logged, where its rep is. */
  loggedOn: LocalDate;
};

/**
 * A touch the rep may change, and what an edit of it would reach.
 * @throws NotAllowedError for somebody else's or an old one; ConflictError when it was undone.
 */
export async function getEditableTouch(
  ctx: RepContext,
  { touchId }: { touchId: string },
): Promise<EditableTouch> {
  const { db, workspaceId } = ctx;
  const touch = await getTouchToEdit(ctx, { touchId });
  const prospect = await getProspect(db, { workspaceId, prospectId: touch.prospectId });
  const standing = await listStandingChanges(ctx, prospect.id);
  const logged = standing.find((change) => isOfTouch(change, touchId));
  return {
    touch,
    prospect,
    isLatest: isOfTouch(standing[0], touchId),
    before: logged ? snapshotSchema.parse(logged.before) : null,
  };
}

/** The touch alone, when the rep may change it. */
export async function getTouchToEdit(
  { db, workspaceId, rep, now }: RepContext,
  { touchId }: { touchId: string },
): Promise<Touch> {
  const touch = isUuid(touchId) ? await findTouch(db, { workspaceId, touchId }) : null;
  if (!touch) throw new NotFoundError(({ answers }) => answers.faults.noSuchTouch);
  const verdict = judgeEdit(touch, { rep, now });
  switch (verdict) {
    case 'allowed':
      return touch;
    case 'undone':
      throw new ConflictError(({ answers }) => answers.faults.undoneAlready);
    case 'not_own':
      throw new NotAllowedError(({ answers }) => answers.faults.othersToChange);
    case 'too_old': {
      const loggedOn = localDateOf(touch.createdAt, rep.zone);
      const today = localDateOf(now, rep.zone);
      throw new NotAllowedError(({ answers, dates }) =>
        answers.faults.tooOldToChange({ on: dates.day(loggedOn, today), days: EDIT_DAYS }),
      );
    }
    default:
      return verdict satisfies never;
  }
}
