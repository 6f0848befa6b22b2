import { listAbsences, listHolidays } from '../db/calendars.ts';
import { countPromises } from '../db/promises.ts';
import { listActiveReps } from '../db/reps.ts';
import { countSlipping } from '../db/slipping.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import type { Team } from '../domain/team.ts';
import type { TeamPostModel } from '../domain/team-post-model.ts';
import {
  addWorkingDays,
  type WorkCalendar,
  workingDayBefore,
  workingDayFrom,
  workingDaysBetween,
} from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { loadBoard } from './load-board.ts';

/** Working days before a new rep, or one back from leave, is named as slipping. */
const NEW_REP_DAYS = 10;
const BACK_FROM_LEAVE_DAYS = 3;
const MOST_SHOWN = 3;

/** The team's morning as of now: counted when it is sent, so that it is fresh. */
export async function loadTeamPost(
  ctx: WorkspaceContext,
  { team }: { team: Team },
): Promise<TeamPostModel> {
  const { db, workspaceId, now } = ctx;
  const today = localDateOf(now, team.zone);
  const holidays = await listHolidays(db, {
    workspaceId,
    teamIds: [team.id],
    from: addDays(today, -60),
  });
  const calendar = { weekdays: team.weekdays, daysOff: new Set(holidays.map((day) => day.on)) };
  const monday = mondayOf(today);
  const lastDay = workingDayBefore(today, calendar);
  const week = await loadBoard(ctx, { from: monday, to: today });
  const yesterday = await loadBoard(ctx, { from: lastDay, to: lastDay });
  return {
    today,
    lastDay,
    followUps: yesterday.followUps,
    promises: await countPromises(db, { workspaceId, from: monday, before: today }),
    ...(await loadStandings(ctx, { team, today, calendar })),
    most: week.rows.filter((row) => !row.hidden && row.rank <= MOST_SHOWN),
    lastWeek: await loadLastWeek(ctx, { today, calendar }),
  };
}

async function loadStandings(
  { db, workspaceId }: WorkspaceContext,
  { team, today, calendar }: { team: Team; today: LocalDate; calendar: WorkCalendar },
): Promise<Pick<TeamPostModel, 'slipping' | 'away' | 'nothingSlipping'>> {
  const reps = (await listActiveReps(db, workspaceId)).filter((rep) => rep.teamId === team.id);
  const absences = await listAbsences(db, {
    workspaceId,
    repIds: reps.map((rep) => rep.id),
    from: addDays(today, -14),
  });
  const counts = await countSlipping(db, { workspaceId, today });
  const standing = { slipping: [], away: [], nothingSlipping: [] } as Pick<
    TeamPostModel,
    'slipping' | 'away' | 'nothingSlipping'
  >;
  for (const rep of reps) {
    const own = absences.filter((absence) => absence.repId === rep.id);
    const now = own.find((absence) => absence.fromOn <= today && today <= absence.toOn);
    const count = counts.get(rep.id) ?? 0;
    if (now) standing.away.push({ name: rep.name, until: now.toOn });
    else if (count === 0) standing.nothingSlipping.push(rep.name);
    else if (!isSpared(rep, { today, calendar, leaveEnds: own.map((absence) => absence.toOn) })) {
      standing.slipping.push({ name: rep.name, count });
    }
  }
  return standing;
}

function isSpared(
  rep: Rep,
  {
    today,
    calendar,
    leaveEnds,
  }: { today: LocalDate; calendar: WorkCalendar; leaveEnds: LocalDate[] },
): boolean {
  const joined = localDateOf(rep.createdAt, rep.zone);
  const settled = addWorkingDays(joined, NEW_REP_DAYS, calendar);
  if (today <= settled) return true;
  return leaveEnds.some(
    (end) => end < today && workingDaysBetween(end, today, calendar) <= BACK_FROM_LEAVE_DAYS,
  );
}

async function loadLastWeek(
  ctx: WorkspaceContext,
  { today, calendar }: { today: LocalDate; calendar: WorkCalendar },
): Promise<TeamPostModel['lastWeek']> {
  const monday = mondayOf(today);
  if (workingDayFrom(monday, calendar) !== today) return null;
  const from = addDays(monday, -7);
  const board = await loadBoard(ctx, { from, to: addDays(monday, -1) });
  return {
    monday: from,
    board: board.rows.filter((row) => !row.hidden),
    followUps: board.followUps,
  };
}
