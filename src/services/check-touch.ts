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
    throw new InvalidError(
      () => 'That day is still to come. Choose today or an earlier day.',
      'touchedOn',
    );
  }
  if (touchedOn && touchedOn < addDays(today, -BACK_DATED_DAYS)) {
    throw new InvalidError(
      () => `Choose a day within the last ${BACK_DATED_DAYS} days.`,
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
    throw new InvalidError(() => 'That day is past. Choose today or a later day.', 'nextOn');
  }
  if (input.outcome === 'not_now' && !nextOn) {
    throw new InvalidError(() => 'When did they ask you to come back? Choose that day.', 'nextOn');
  }
  if (input.nextTime && !nextOn) {
    throw new InvalidError(() => 'A time needs its day. Choose the next date too.', 'nextOn');
  }
  if (input.agreed && !nextOn && !isEnding(input.outcome)) {
    throw new InvalidError(() => 'Agreed for which day? Choose the next date.', 'nextOn');
  }
  if (revisitOn && revisitOn <= today && revisitOn !== keptOn) {
    throw new InvalidError(() => 'Choose a day after today.', 'revisitOn');
  }
}

export function checkReason(input: Pick<LogTouchInput, 'outcome' | 'noReason'>): void {
  if (input.outcome === 'no' && !input.noReason) {
    throw new InvalidError(() => 'Why did they say No? Choose the closest reason.', 'noReason');
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
    throw new NotAllowedError((words) => `${stop(words)} You can still log “They got in touch”.`);
  }
  await mustNotBeHeld(ctx, prospect);
  if (prospect.stoppedChannels.includes(input.channel)) {
    throw new NotAllowedError(
      () => `${labelOf(prospect)} asked us not to use this channel. Choose another.`,
    );
  }
}

async function mustNotBeHeld(ctx: RepContext, prospect: Prospect): Promise<void> {
  const { db, workspaceId } = ctx;
  const prospectIds = [prospect.id];
  const [held] = await listHeldMatches(db, { workspaceId, prospectIds, limit: 1 });
  if (!held) return;
  const hold = await describeHold(ctx, held.stopped);
  throw new NotAllowedError(
    (words) =>
      `${hold(words)} A manager has to say whether it is the same person. You can still log “They got in touch”.`,
  );
}
