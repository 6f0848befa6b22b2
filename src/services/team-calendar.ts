import { listHolidays } from '../db/calendars.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Team } from '../domain/team.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import type { WorkspaceContext } from './context.ts';

/** Far enough back for last week and for a new rep's first working days. */
const LOOK_BACK_DAYS = 60;

/** A team's working days: its weekdays, less its holidays. */
export async function loadTeamCalendar(
  { db, workspaceId }: Pick<WorkspaceContext, 'db' | 'workspaceId'>,
  { team, today }: { team: Team; today: LocalDate },
): Promise<WorkCalendar> {
  const from = addDays(today, -LOOK_BACK_DAYS);
  const holidays = await listHolidays(db, { workspaceId, teamIds: [team.id], from });
  return { weekdays: team.weekdays, daysOff: new Set(holidays.map((day) => day.on)) };
}
