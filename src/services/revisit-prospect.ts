import { ConflictError, InvalidError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { labelOf, type Prospect, type Standing } from '../domain/prospect.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';
import { loadSurroundings } from './plan-change.ts';
import { planRestart } from './plan-restart.ts';
import { saveChange } from './save-change.ts';

export const REVISIT_LATER_DAYS = 30;

/** What to do with a closed prospect: chase again, look later, or let it rest. */
export type RevisitDeed = 'reopen' | 'later' | 'drop';

/**
 * Re-opens what was won, lost or called no prospect, with the next step today; or, on the day to look
 * at a won or lost one again, moves that day 30 days on or drops it.
 * @throws ConflictError when the prospect is open already or the version is stale.
 */
export async function revisitProspect(
  ctx: RepContext,
  input: { prospectId: string; version?: number | undefined; deed: RevisitDeed },
): Promise<Prospect> {
  const { workspaceId } = ctx;
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId, ...input });
    mustOwnOrManage(ctx.rep, prospect, 'revisit');
    mustBeClosed(prospect);
    if (input.deed === 'reopen') {
      const change = await planRestart(inside, prospect, 'reopened');
      return saveChange(inside, { prospect, change, verb: 'reopen' });
    }
    const today = localDateOf(ctx.now, ctx.rep.zone);
    const { calendar, ownersToday } = await loadSurroundings(inside, { prospect, today });
    const day = workingDayFrom(ownersToday, calendar);
    const standing = standingAfter(prospect, input.deed, day);
    const verb = input.deed === 'drop' ? 'drop' : 'revisit';
    return saveChange(inside, { prospect, change: { standing }, verb });
  });
}

function mustBeClosed(prospect: Prospect): void {
  const { status } = prospect.standing;
  const label = labelOf(prospect);
  if (status === 'open') throw new ConflictError(({ snooze }) => snooze.faults.openAlready(label));
  if (status === 'stopped') {
    throw new InvalidError(({ snooze }) => snooze.faults.askedToStop(label));
  }
}

function standingAfter(
  prospect: Prospect,
  deed: Exclude<RevisitDeed, 'reopen'>,
  day: LocalDate,
): Standing {
  const { status } = prospect.standing;
  if (status !== 'won' && status !== 'lost') {
    throw new InvalidError(({ snooze }) => snooze.faults.noRevisit(labelOf(prospect)));
  }
  const revisitOn = deed === 'later' ? addDays(day, REVISIT_LATER_DAYS) : null;
  return { status, next: null, revisitOn };
}
