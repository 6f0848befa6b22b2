import { proposeSlowRhythm } from '../domain/cadence.ts';
import { addUpChase } from '../domain/chase.ts';
import { InvalidError } from '../domain/errors.ts';
import { knownChannelsOf } from '../domain/known-channels.ts';
import { fitIntoPace } from '../domain/pace.ts';
import { labelOf, type NextStep, type Prospect } from '../domain/prospect.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';
import { loadSurroundings, type Surroundings } from './plan-change.ts';
import { saveChange } from './save-change.ts';

/**
 * Lets a prospect rest in the slow rhythm: something useful in some weeks, never a call. A decision
 * is no snooze, so the count of snoozes begins anew. A promise it had counts as not kept.
 * @throws ConflictError when the version is stale; InvalidError when it is not open.
 */
export async function nurtureProspect(
  ctx: RepContext,
  input: { prospectId: string; version: number },
): Promise<Prospect> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId: ctx.workspaceId, ...input });
    mustOwnOrManage(ctx.rep, prospect, 'nurture');
    if (prospect.standing.status !== 'open') {
      throw new InvalidError(({ snooze }) => snooze.faults.notOpen(labelOf(prospect)));
    }
    const around = await loadSurroundings(inside, { prospect, today });
    const standing = { status: 'open' as const, next: restingStep(around), revisitOn: null };
    return saveChange(inside, { prospect, change: { standing, snoozes: 0 }, verb: 'nurture' });
  });
}

function restingStep(around: Surroundings): NextStep {
  const { prospect, touches, numbers, calendar, loads, owner, ownersToday } = around;
  const { on, slackWorkingDays, ...proposal } = proposeSlowRhythm({
    touchedOn: ownersToday,
    today: ownersToday,
    chase: addUpChase(touches, prospect.importedContacts, numbers.nurtureStart),
    interest: prospect.interest,
    knownChannels: knownChannelsOf(prospect, touches),
    calendar,
    numbers,
  });
  const fitted = fitIntoPace({ on, slackWorkingDays, loads, pace: owner.pace, calendar });
  return { ...proposal, on: fitted, at: null, step: null, promised: false };
}
