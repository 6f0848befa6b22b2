import { findRep } from '../db/reps.ts';
import { InvalidError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { Entries } from '../domain/recall-touch.ts';
import type { Touch } from '../domain/touch.ts';
import type { LogTouchInput } from '../domain/touch-input.ts';
import { localDateOf } from '../domain/zone.ts';
import { BACK_DATED_DAYS, checkReason } from './check-touch.ts';
import type { RepContext } from './context.ts';
import { editEarlierTouch } from './edit-earlier-touch.ts';
import { editLatestTouch } from './edit-latest-touch.ts';
import {
  type EditableTouch,
  type Editing,
  getEditableTouch,
  getTouchToEdit,
} from './get-editable-touch.ts';
import { getProspectToChange } from './get-prospect.ts';
import { logTouch } from './log-touch.ts';
import { undoTouch } from './undo-touch.ts';

export type EditTouchInput = LogTouchInput & { touchId: string };

/**
 * Changes a logged touch in place: a rep their own for 7 days, a manager any. The prospect's last
 * change replans as if it had been logged so; of an earlier touch only the facts change. Logged with
 * the wrong person, it moves: undone there, logged here.
 * @throws InvalidError with the field; NotAllowedError when it is not theirs to change; ConflictError
 * when it was undone, or the version is stale.
 */
export async function editTouch(ctx: RepContext, input: EditTouchInput): Promise<LoggedTouch> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const found = await getTouchToEdit(inside, input);
    if (input.prospectId !== found.prospectId) return moveTouch(inside, input, found);
    await getProspectToChange(db, { workspaceId: ctx.workspaceId, ...input });
    // Read again: a change at the same moment may have been faster to the lock.
    const editable = await getEditableTouch(inside, input);
    const editing = await prepare(inside, editable, input);
    checkReason(input);
    checkDay(editing);
    return editable.isLatest ? editLatestTouch(inside, editing) : editEarlierTouch(inside, editing);
  });
}

async function moveTouch(
  ctx: RepContext,
  { touchId, version, ...input }: EditTouchInput,
  touch: Touch,
): Promise<LoggedTouch> {
  if (touch.repId !== ctx.rep.id) {
    throw new InvalidError(({ answers }) => answers.faults.othersToMove, 'prospectId');
  }
  await undoTouch(ctx, { touchId });
  return logTouch(ctx, input);
}

async function prepare(
  { db, workspaceId, rep, now }: RepContext,
  editable: EditableTouch,
  input: LogTouchInput,
): Promise<Editing> {
  const { touch } = editable;
  const logger = await findRep(db, { workspaceId, repId: touch.repId });
  const touchedOn = input.touchedOn ?? touch.touchedOn;
  return {
    ...editable,
    input: { ...input, touchedOn },
    entries: entriesOf(input, touchedOn),
    today: localDateOf(now, rep.zone),
    loggedOn: localDateOf(touch.createdAt, (logger ?? rep).zone),
  };
}

function entriesOf(input: LogTouchInput, touchedOn: LocalDate): Entries {
  const { outcome, channel } = input;
  return {
    ...{ outcome, channel, touchedOn },
    note: input.note ?? null,
    points: input.points ?? null,
    noReason: input.noReason ?? null,
    lesson: input.lesson ?? null,
    interest: input.interest ?? null,
    revisitOn: input.revisitOn ?? null,
    stopChannel: input.stopChannel ?? null,
    nextStep: input.nextStep ?? null,
    nextOn: input.nextOn ?? null,
    nextTime: input.nextTime ?? null,
    agreed: input.agreed ?? false,
  };
}

function checkDay({ touch, entries: { touchedOn }, loggedOn, today }: Editing): void {
  if (touchedOn === touch.touchedOn) return;
  if (touchedOn > loggedOn) {
    throw new InvalidError(
      ({ answers, dates }) => answers.faults.dayAfterLogging(dates.day(loggedOn, today)),
      'touchedOn',
    );
  }
  if (touchedOn < addDays(loggedOn, -BACK_DATED_DAYS)) {
    throw new InvalidError(
      ({ answers, dates }) =>
        answers.faults.dayBeforeLogging({
          on: dates.day(loggedOn, today),
          days: BACK_DATED_DAYS,
        }),
      'touchedOn',
    );
  }
}
