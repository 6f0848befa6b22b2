import { findTeam, updateTeam } from '../db/teams.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { Team } from '../domain/team.ts';
import { isLocalTime, isZone } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { isUuid } from './get-prospect.ts';
import { mustManage } from './permissions.ts';
import { syncTeamSchedule } from './sync-schedules.ts';

export type SettingsInput = {
  teamId: string;
  slackChannelId: string | null;
  postTime: string;
  zone: string;
};

/** The team a manager may set up: their own. */
export async function loadTeamSettings(ctx: RepContext): Promise<Team> {
  mustManage(ctx.rep, 'change the team settings');
  return getTeam(ctx, ctx.rep.teamId);
}

/**
 * Changes where and when the team post goes out; its schedule moves with it.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError with the field that is wrong.
 */
export async function changeSettings(ctx: RepContext, input: SettingsInput): Promise<Team> {
  mustManage(ctx.rep, 'change the team settings');
  if (!isZone(input.zone)) throw new InvalidError('I do not know this time zone.', 'zone');
  if (!isLocalTime(input.postTime)) throw new InvalidError('Choose a time.', 'postTime');
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await getTeam(inside, input.teamId);
    const { teamId, slackChannelId, postTime, zone } = input;
    const change = { slackChannelId, postTime, zone };
    const team = await updateTeam(db, { workspaceId: ctx.workspaceId, teamId, change });
    if (!team) throw new NotFoundError('That team is not here.');
    await syncTeamSchedule(inside, team);
    return team;
  });
}

async function getTeam({ db, workspaceId }: RepContext, teamId: string): Promise<Team> {
  const team = isUuid(teamId) ? await findTeam(db, { workspaceId, teamId }) : null;
  if (!team) throw new NotFoundError('That team is not here.');
  return team;
}
