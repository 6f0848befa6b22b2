import { listHeldMatches } from '../db/held-matches.ts';
import { InvalidError, NotAllowedError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { isEnding, isOutbound } from '../domain/touch.ts';
import type { LogTouchInput } from '../domain/touch-input.ts';
import type { RepContext } from './context.ts';
import { describeHold, describeStopOf } from './describe-stop.ts';
import { mustOwnOrManage } from './permissions.ts';

/** How long back a touch may have happened. */
export const BACK_DATED_DAYS = 30;

/** @throws InvalidError with the field whose day, time or reason is wrong or missing. */
export function checkTouch(input: LogTouchInput, today: LocalDate): void {
  const { touchedOn } = input;
  if (touchedOn && touchedOn > today) {
    throw new InvalidError(({ answers }) => answers.faults.dayToCome, 'touchedOn');
  }
  if (touchedOn && touchedOn < addDays(today, -BACK_DATED_DAYS)) {
    throw new InvalidError(
      ({ answers }) => answers.faults.withinLast(BACK_DATED_DAYS),
      'touchedOn',
    );
  }
  checkNext(input, { today, keptOn: null });
  checkReason(input);
}

/**
 * A next day that stood already may be past by now: it is kept, not chosen.
 * @throws InvalidError with the field.
 */
export function checkNext(
  input: LogTouchInput,
  { today, keptOn }: { today: LocalDate; keptOn: LocalDate | null },
): void {
  const { nextOn, revisitOn } = input;
  if (nextOn && nextOn < today && nextOn !== keptOn) {
    throw new InvalidError(({ answers }) => answers.faults.dayPast, 'nextOn');
  }
  if (input.outcome === 'not_now' && !nextOn) {
    throw new InvalidError(({ answers }) => answers.faults.whenBack, 'nextOn');
  }
  if (input.nextTime && !nextOn) {
    throw new InvalidError(({ answers }) => answers.faults.timeWithoutDay, 'nextOn');
  }
  if (input.agreed && !nextOn && !isEnding(input.outcome)) {
    throw new InvalidError(({ answers }) => answers.faults.agreedForWhen, 'nextOn');
  }
  if (revisitOn && revisitOn <= today && revisitOn !== keptOn) {
    throw new InvalidError(({ faults }) => faults.dayAfterToday, 'revisitOn');
  }
}

export function checkReason(input: Pick<LogTouchInput, 'outcome' | 'noReason'>): void {
  if (input.outcome === 'no' && !input.noReason) {
    throw new InvalidError(({ answers }) => answers.faults.whyNo, 'noReason');
  }
}

/** @throws NotAllowedError when the rep may not say Yes or No here, or they asked us to stop. */
export async function mustBeAllowedToLog(
  ctx: RepContext,
  prospect: Prospect,
  input: LogTouchInput,
): Promise<void> {
  if (input.outcome === 'yes' || input.outcome === 'no') {
    mustOwnOrManage(ctx.rep, prospect, input.outcome);
  }
  await mustBeAllowedToReach(ctx, prospect, input);
}

/** @throws NotAllowedError when they asked us to stop, altogether or this way. */
export async function mustBeAllowedToReach(
  ctx: RepContext,
  prospect: Prospect,
  input: Pick<LogTouchInput, 'outcome' | 'channel'>,
): Promise<void> {
  if (!isOutbound(input.outcome)) return;
  if (prospect.standing.status === 'stopped') {
    const stop = await describeStopOf(ctx, prospect);
    throw new NotAllowedError((words) => words.answers.faults.stopped(stop(words)));
  }
  await mustNotBeHeld(ctx, prospect);
  if (prospect.stoppedChannels.includes(input.channel)) {
    throw new NotAllowedError(({ answers }) => answers.faults.notThisChannel(labelOf(prospect)));
  }
}

async function mustNotBeHeld(ctx: RepContext, prospect: Prospect): Promise<void> {
  const { db, workspaceId } = ctx;
  const prospectIds = [prospect.id];
  const [held] = await listHeldMatches(db, { workspaceId, prospectIds, limit: 1 });
  if (!held) return;
  const hold = await describeHold(ctx, held.stopped);
  throw new NotAllowedError((words) => words.answers.faults.held(hold(words)));
}
