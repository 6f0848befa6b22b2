import { ConflictError, InvalidError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { labelOf, type Prospect, type Standing } from '../domain/prospect.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';
import { loadSurroundings } from './plan-change.ts';
import { saveChange } from './save-change.ts';

export const REVISIT_LATER_DAYS = 30;

/** What to do with a won or lost prospect on its day: chase again, look later, or let it rest. */
export type RevisitDeed = 'reopen' | 'later' | 'drop';

/**
 * Answers a revisit: re-opens with the next step today, moves the day 30 days on, or drops the day.
 * @throws ConflictError when the prospect is open already or the version is stale.
 */
export async function revisitProspect(
  ctx: RepContext,
  input: { prospectId: string; version?: number | undefined; deed: RevisitDeed },
): Promise<Prospect> {
  const { workspaceId } = ctx;
  const today = localDateOf(ctx.now, ctx.rep.zone);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId, ...input });
    mustOwnOrManage(ctx.rep, prospect, 're-open or drop it');
    const { calendar, ownersToday } = await loadSurroundings(inside, { prospect, today });
    const standing = standingAfter(prospect, input.deed, workingDayFrom(ownersToday, calendar));
    const verb = input.deed === 'reopen' ? 'reopen' : input.deed === 'drop' ? 'drop' : 'revisit';
    const ownerId = prospect.ownerId ?? ctx.rep.id;
    return saveChange(inside, { prospect, change: { standing, ownerId }, verb });
  });
}

function standingAfter(prospect: Prospect, deed: RevisitDeed, day: LocalDate): Standing {
  const { status } = prospect.standing;
  if (status === 'open') throw new ConflictError(`${labelOf(prospect)} is open already.`);
  if (status === 'stopped') {
    throw new InvalidError(`${labelOf(prospect)} asked us to stop. A manager can lift that.`);
  }
  if (deed === 'reopen') {
    return {
      status: 'open',
      revisitOn: null,
      next: {
        on: day,
        at: null,
        action: 'ask_again',
        step: null,
        channel: prospect.phone ? 'call' : prospect.email ? 'email' : null,
        promised: false,
        rule: { kind: 'reopened' },
      },
    };
  }
  if (status === 'not_a_prospect') return { status, next: null, revisitOn: null };
  const revisitOn = deed === 'later' ? addDays(day, REVISIT_LATER_DAYS) : null;
  return { status, next: null, revisitOn };
}
