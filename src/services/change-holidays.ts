import { listHolidays } from '../db/calendars.ts';
import { replaceHolidays } from '../db/holidays.ts';
import { updateTeam } from '../db/teams.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Team } from '../domain/team.ts';
import { languageOf } from '../domain/words/words.ts';
import { localDateOf } from '../domain/zone.ts';
import { getTeam } from './change-settings.ts';
import { listComingHolidays, sourceOf } from './coming-holidays.ts';
import type { RepContext } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { mustManage } from './permissions.ts';
import { type Holiday, type HolidaySource, KEPT_LANGUAGE, namePlace } from './public-holidays.ts';

export type TeamHolidays = {
  team: Team;
  today: LocalDate;
  /** "Germany, Bayern"; null without a country. */
  place: string | null;
  /** Days from today on, soonest first: the place's, in the reader's language, and the team's own. */
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
  const kept = rows.map(({ on, name }) => ({ on, name }));
  const source = sourceOf(team);
  const { code: language } = languageOf(ctx.rep.locale);
  const known = namesOf(await listKnown(source, { today }));
  const said = namesOf(await listKnown(source, { today, language }));
  const isOwn = ({ on, name }: Holiday) => known.get(on) !== name;
  const days = kept.map((day) =>
    isOwn(day) ? day : { ...day, name: said.get(day.on) ?? day.name },
  );
  const place = source && (await namePlace(source, language));
  return { team, today, place, days, own: kept.filter(isOwn) };
}

function namesOf(days: readonly Holiday[]): Map<LocalDate, string> {
  return new Map(days.map(({ on, name }) => [on, name]));
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
  if (source && (await namePlace(source, KEPT_LANGUAGE)) === null) {
    throw new InvalidError(({ settings }) => settings.holidays.unknownPlace, 'country');
  }
  const team = await getTeam(ctx, teamId);
  const today = localDateOf(ctx.now, team.zone);
  const known = await listKnown(source, { today });
  const { workspaceId } = ctx;
  await inTransaction(ctx, async ({ db }) => {
    const change = {
      holidaysCountry: source?.country ?? null,
      holidaysRegion: source?.region ?? null,
    };
    if (!(await updateTeam(db, { workspaceId, teamId, change }))) {
      throw new NotFoundError(({ settings }) => settings.team.isGone);
    }
    // The first of two on one day is kept.
    await replaceHolidays(db, { workspaceId, teamId, from: today, days: [...own, ...known] });
  });
  return loadTeamHolidays(ctx);
}

async function listKnown(
  source: HolidaySource | null,
  when: { today: LocalDate; language?: string },
): Promise<Holiday[]> {
  return source === null ? [] : listComingHolidays(source, when);
}
