import { findTeam, updateTeam } from '../db/teams.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { Team } from '../domain/team.ts';
import { LANGUAGES } from '../domain/words/words.ts';
import { isWeekdays } from '../domain/working-days.ts';
import { isLocalTime, isZone } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { isUuid } from './get-prospect.ts';
import { mustManage } from './permissions.ts';
import { syncTeamSchedule } from './sync-schedules.ts';

export type TeamSettings = Pick<
  Team,
  'slackChannelId' | 'postTime' | 'zone' | 'weekdays' | 'locale' | 'summaryTime' | 'totalsOnly'
>;
export type SettingsInput = TeamSettings & { teamId: string };
export type TeamChanged = { before: Team; team: Team };

/** The team a manager may set up: their own. */
export async function loadTeamSettings(ctx: RepContext): Promise<Team> {
  mustManage(ctx.rep, 'changeSettings');
  return getTeam(ctx, ctx.rep.teamId);
}

/**
 * Changes where, when, in which language and how the team post goes out, and when managers get
 * Friday's summary; the schedules move with it.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError with the field that is wrong.
 */
export async function changeSettings(
  ctx: RepContext,
  { teamId, ...change }: SettingsInput,
): Promise<TeamChanged> {
  mustManage(ctx.rep, 'changeSettings');
  check(change);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const before = await getTeam(inside, teamId);
    const team = await updateTeam(db, { workspaceId: ctx.workspaceId, teamId, change });
    if (!team) throw new NotFoundError(({ settings }) => settings.team.isGone);
    await syncTeamSchedule(inside, team);
    return { before, team };
  });
}

function check({ zone, postTime, weekdays, locale, summaryTime }: TeamSettings): void {
  if (!isZone(zone)) throw new InvalidError(({ settings }) => settings.zone.unknown, 'zone');
  if (!isLocalTime(postTime)) {
    throw new InvalidError(({ settings }) => settings.chooseTime, 'postTime');
  }
  if (!isLocalTime(summaryTime)) {
    throw new InvalidError(({ settings }) => settings.chooseTime, 'summaryTime');
  }
  if (!isWeekdays(weekdays)) {
    throw new InvalidError(({ settings }) => settings.chooseDay, 'weekdays');
  }
  if (!LANGUAGES.some(({ code }) => code === locale)) {
    throw new InvalidError(({ settings }) => settings.team.chooseLanguage, 'locale');
  }
}

export async function getTeam(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  teamId: string,
): Promise<Team> {
  const team = isUuid(teamId) ? await findTeam(db, { workspaceId, teamId }) : null;
  if (!team) throw new NotFoundError(({ settings }) => settings.team.isGone);
  return team;
}
