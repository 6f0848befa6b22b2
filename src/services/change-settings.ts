import { findTeam, updateTeam } from '../db/teams.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { Team } from '../domain/team.ts';
import { isWeekdays } from '../domain/working-days.ts';
import { isLocalTime, isZone } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { isUuid } from './get-prospect.ts';
import { mustManage } from './permissions.ts';
import { syncTeamSchedule } from './sync-schedules.ts';

export type TeamSettings = Pick<
  Team,
  'slackChannelId' | 'postTime' | 'zone' | 'weekdays' | 'totalsOnly'
>;
export type SettingsInput = TeamSettings & { teamId: string };
export type TeamChanged = { before: Team; team: Team };

/** The team a manager may set up: their own. */
export async function loadTeamSettings(ctx: RepContext): Promise<Team> {
  mustManage(ctx.rep, 'changeSettings');
  return getTeam(ctx, ctx.rep.teamId);
}

/**
 * Changes where, when and how the team post goes out; its schedule moves with it.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError with the field that is wrong.
 */
export async function changeSettings(
  ctx: RepContext,
  { teamId, ...change }: SettingsInput,
): Promise<TeamChanged> {
  mustManage(ctx.rep, 'changeSettings');
  if (!isZone(change.zone)) throw new InvalidError(() => 'I do not know this time zone.', 'zone');
  if (!isLocalTime(change.postTime)) throw new InvalidError(() => 'Choose a time.', 'postTime');
  if (!isWeekdays(change.weekdays))
    throw new InvalidError(() => 'Choose at least one day.', 'weekdays');
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const before = await getTeam(inside, teamId);
    const team = await updateTeam(db, { workspaceId: ctx.workspaceId, teamId, change });
    if (!team) throw new NotFoundError(() => 'That team is not here.');
    await syncTeamSchedule(inside, team);
    return { before, team };
  });
}

export async function getTeam(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  teamId: string,
): Promise<Team> {
  const team = isUuid(teamId) ? await findTeam(db, { workspaceId, teamId }) : null;
  if (!team) throw new NotFoundError(() => 'That team is not here.');
  return team;
}
