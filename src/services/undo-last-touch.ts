import { listLoggedSince } from '../db/touches.ts';
import { NotFoundError } from '../domain/errors.ts';
import { addDays } from '../domain/local-date.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import { BACK_DATED_DAYS } from './check-touch.ts';
import type { RepContext } from './context.ts';
import { type UndoneTouch, undoTouch } from './undo-touch.ts';

/**
 * Takes back the touch the rep logged last, when that was today or yesterday and it stands.
 * @throws NotFoundError when there is none; ConflictError when its prospect was changed since.
 */
export async function undoLastTouch(ctx: RepContext): Promise<UndoneTouch> {
  const { db, workspaceId, rep, now } = ctx;
  const yesterday = addDays(localDateOf(now, rep.zone), -1);
  const [last] = await listLoggedSince(db, {
    workspaceId,
    repId: rep.id,
    since: instantOf(yesterday, '00:00', rep.zone),
    touchedFrom: addDays(yesterday, -BACK_DATED_DAYS),
    limit: 1,
  });
  if (!last) {
    throw new NotFoundError(({ answers }) => answers.faults.nothingToUndo);
  }
  return undoTouch(ctx, { touchId: last.touch.id });
}
