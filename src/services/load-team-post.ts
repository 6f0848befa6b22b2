import { type Absence, listAbsences } from '../db/calendars.ts';
import { countPromises } from '../db/promises.ts';
import { listActiveReps } from '../db/reps.ts';
import { countSlipping } from '../db/slipping.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import { isSpared } from '../domain/spared.ts';
import type { Team } from '../domain/team.ts';
import type { TeamPostModel } from '../domain/team-post-model.ts';
import { type WorkCalendar, workingDayBefore, workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { loadBoard } from './load-board.ts';
import { loadTeamCalendar } from './team-calendar.ts';

const MOST_SHOWN = 3;

/** The team's morning as of now: counted when it is sent, so that it is fresh. */
export async function loadTeamPost(
  ctx: WorkspaceContext,
  { team }: { team: Team },
): Promise<TeamPostModel> {
  const { db, workspaceId, now } = ctx;
  const today = localDateOf(now, team.zone);
  const calendar = await loadTeamCalendar(ctx, { team, today });
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
    totalsOnly: team.totalsOnly,
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
    else if (!isSpared({ joinedOn: joinedOn(rep), leaveEnds: endsOf(own), today, calendar })) {
      standing.slipping.push({ name: rep.name, count });
    }
  }
  return standing;
}

function joinedOn(rep: Rep): LocalDate {
  return localDateOf(rep.createdAt, rep.zone);
}

function endsOf(absences: readonly Absence[]): LocalDate[] {
  return absences.map((absence) => absence.toOn);
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
