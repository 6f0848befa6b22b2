import { findRep } from '../db/reps.ts';
import { listTouches } from '../db/touches.ts';
import type { Prospect, Standing } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import { type RestartRule, restartStep } from '../domain/restart.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/**
 * How a prospect stands that is chased again: open, due on its owner's first working day from today.
 * One whose owner is gone goes to the rep who acts.
 */
export async function planRestart(
  ctx: RepContext,
  prospect: Prospect,
  rule: RestartRule,
): Promise<{ ownerId: string; standing: Extract<Standing, { status: 'open' }> }> {
  const { db, workspaceId, now } = ctx;
  const owner = await findOwnerOrSelf(ctx, prospect);
  const today = localDateOf(now, owner.zone);
  const calendar = await loadWorkCalendar(ctx, { rep: owner, from: today });
  const touches = await listTouches(db, { workspaceId, prospectId: prospect.id });
  const next = restartStep(prospect, { touches, on: workingDayFrom(today, calendar), rule });
  return { ownerId: owner.id, standing: { status: 'open', next, revisitOn: null } };
}

async function findOwnerOrSelf(
  { db, workspaceId, rep }: RepContext,
  { ownerId }: Prospect,
): Promise<Rep> {
  const owner = ownerId === null ? null : await findRep(db, { workspaceId, repId: ownerId });
  return owner && owner.deactivatedAt === null ? owner : rep;
}
