import { findTeam } from '../db/teams.ts';
import { addDays } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import { instantOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { NOTICE_TIME, nextMorning } from './next-morning.ts';
import { planDelivery } from './plan-delivery.ts';

/** What the notice is called in the ledger: each manager gets it once. */
export const SETUP_NOTICE = 'no_team_channel';
const KEPT_DAYS = 7;

/**
 * Tells a manager on their next working day at 08:00 that the team has no channel for its post; once,
 * and not any more when it has one by then.
 */
export async function planSetupNotice(ctx: WorkspaceContext, rep: Rep): Promise<void> {
  if (!rep.isManager || rep.deactivatedAt !== null) return;
  const { db, workspaceId } = ctx;
  const team = await findTeam(db, { workspaceId, teamId: rep.teamId });
  if (!team || team.slackChannelId !== null) return;
  const { on, at } = await nextMorning(ctx, rep);
  await planDelivery(ctx, {
    kind: 'notice',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    occurrenceKey: SETUP_NOTICE,
    zone: rep.zone,
    dueAt: at,
    expiresAt: instantOf(addDays(on, KEPT_DAYS), NOTICE_TIME, rep.zone),
  });
}
