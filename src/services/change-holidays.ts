import { listHolidays } from '../db/calendars.ts';
import { replaceHolidays } from '../db/holidays.ts';
import { updateTeam } from '../db/teams.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Team } from '../domain/team.ts';
import { localDateOf } from '../domain/zone.ts';
import { getTeam } from './change-settings.ts';
import { listComingHolidays, sourceOf } from './coming-holidays.ts';
import type { RepContext } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { mustManage } from './permissions.ts';
import { type Holiday, type HolidaySource, namePlace } from './public-holidays.ts';

export type TeamHolidays = {
  team: Team;
  today: LocalDate;
  /** "Germany, Bayern"; null without a country. */
  place: string | null;
  /** Days from today on, soonest first: the place's and the team's own. */
  days: Holiday[];
  own: Holiday[];
};

export type HolidaysInput = { teamId: string; source: HolidaySource | null; own: Holiday[] };

/** The holidays a team has ahead; its own are those that its country and region do not have. */
export async function loadTeamHolidays(ctx: RepContext): Promise<TeamHolidays> {
  mustManage(ctx.rep, 'changeHolidays');
  const team = await getTeam(ctx, ctx.rep.teamId);
  const today = localDateOf(ctx.now, team.zone);
  const { db, workspaceId } = ctx;
  const rows = await listHolidays(db, { workspaceId, teamIds: [team.id], from: today });
  const days = rows.map(({ on, name }) => ({ on, name }));
  const source = sourceOf(team);
  const known = await listKnown(source, today);
  const names = new Map(known.map(({ on, name }) => [on, name]));
  const own = days.filter(({ on, name }) => names.get(on) !== name);
  return { team, today, place: source && (await namePlace(source)), days, own };
}

/**
 * Chooses where the team's public holidays come from, and its own days beside them. From today on the
 * team has exactly these; an own day gives a public one its name. What lies behind stays as it was.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError for a place nobody knows.
 */
export async function changeHolidays(
  ctx: RepContext,
  { teamId, source, own }: HolidaysInput,
): Promise<TeamHolidays> {
  mustManage(ctx.rep, 'changeHolidays');
  if (source && (await namePlace(source)) === null) {
    throw new InvalidError(() => 'I do not know the holidays of that place.', 'country');
  }
  const team = await getTeam(ctx, teamId);
  const today = localDateOf(ctx.now, team.zone);
  const known = await listKnown(source, today);
  const { workspaceId } = ctx;
  await inTransaction(ctx, async ({ db }) => {
    const change = {
      holidaysCountry: source?.country ?? null,
      holidaysRegion: source?.region ?? null,
    };
    if (!(await updateTeam(db, { workspaceId, teamId, change }))) {
      throw new NotFoundError(() => 'That team is not here.');
    }
    // The first of two on one day is kept.
    await replaceHolidays(db, { workspaceId, teamId, from: today, days: [...own, ...known] });
  });
  return loadTeamHolidays(ctx);
}

async function listKnown(source: HolidaySource | null, today: LocalDate): Promise<Holiday[]> {
  return source === null ? [] : listComingHolidays(source, today);
}
