import { findSentDigest } from '../db/digest-items.ts';
import { findRep, updateRep } from '../db/reps.ts';
import { CADENCE_RANGES } from '../domain/cadence-numbers.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import { isWeekdays } from '../domain/working-days.ts';
import { isLocalTime, isZone, localDateOf } from '../domain/zone.ts';
import type { RepContext, WorkspaceContext } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { redateTimedSteps } from './redate-timed-steps.ts';
import { requestRedraw } from './redraw-turns.ts';
import { syncRepSchedule } from './sync-schedules.ts';

type Chosen = Pick<
  Rep,
  'digestTime' | 'weekdays' | 'pace' | 'hiddenOnBoard' | 'remindsPromises' | 'tellsWhenClear'
>;

export type OwnSettingsInput = Chosen & {
  /** Null for the zone Slack says. */
  ownZone: string | null;
  /** What Slack says, where it was asked. */
  slackZone: string | null;
};

export type OwnSettingsChanged = { before: Rep; after: Rep };

/**
 * Changes what a rep may set for themselves. The digest's schedule moves with it, and another zone
 * gives steps with a time the day they have there.
 * @throws InvalidError with the field that is wrong.
 */
export async function changeOwnSettings(
  ctx: RepContext,
  { ownZone, slackZone, ...chosen }: OwnSettingsInput,
): Promise<OwnSettingsChanged> {
  check(chosen);
  if (ownZone !== null && !isZone(ownZone)) {
    throw new InvalidError(({ settings }) => settings.zone.unknown, 'zone');
  }
  const { workspaceId } = ctx;
  return inTransaction(ctx, async (inside) => {
    const repId = ctx.rep.id;
    const before = await findRep(inside.db, { workspaceId, repId });
    if (!before) throw new NotFoundError(({ ownSettings }) => ownSettings.noRepAnyMore);
    const known = slackZone !== null && isZone(slackZone) ? slackZone : before.zone;
    const zone = { zone: ownZone ?? known, zoneChosen: ownZone !== null };
    const change = { ...chosen, ...zone };
    const after = await updateRep(inside.db, { workspaceId, repId, change });
    if (!after) throw new NotFoundError(({ ownSettings }) => ownSettings.noRepAnyMore);
    await follow(inside, { before, after });
    return { before, after };
  });
}

function check({ digestTime, weekdays, pace }: Chosen): void {
  const { min, max } = CADENCE_RANGES.pace;
  if (!isLocalTime(digestTime))
    throw new InvalidError(({ settings }) => settings.chooseTime, 'digestTime');
  if (!isWeekdays(weekdays))
    throw new InvalidError(({ settings }) => settings.chooseDay, 'weekdays');
  if (!Number.isInteger(pace) || pace < min || pace > max) {
    throw new InvalidError(
      ({ ownSettings }) => ownSettings.paceOutOfRange(CADENCE_RANGES.pace),
      'pace',
    );
  }
}

async function follow(ctx: WorkspaceContext, { before, after }: OwnSettingsChanged): Promise<void> {
  await syncRepSchedule(ctx, after);
  const moved = before.zone !== after.zone;
  if (moved) await redateTimedSteps(ctx, { owner: after });
  if (!moved && before.weekdays === after.weekdays) return;
  const { db, workspaceId, now } = ctx;
  const on = localDateOf(now, after.zone);
  const sent = await findSentDigest(db, { workspaceId, repId: after.id, on });
  if (sent) await requestRedraw(ctx, sent.deliveryId);
}
