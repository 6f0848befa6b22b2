import { findDaysOff } from '../db/days-off.ts';
import { listNoes } from '../db/insights.ts';
import { addDays, firstOfMonth, type LocalDate } from '../domain/local-date.ts';
import { collectLessons, type MonthLessons } from '../domain/month-lessons.ts';
import type { Team } from '../domain/team.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import type { WorkspaceContext } from './context.ts';

/**
 * Last month's lessons on the month's first working day of the team; null on another day, or when
 * nobody wrote one down.
 */
export async function loadMonthLessons(
  { db, workspaceId }: WorkspaceContext,
  { team, on }: { team: Team; on: LocalDate },
): Promise<MonthLessons | null> {
  const first = firstOfMonth(on);
  const subject = { kind: 'team', id: team.id } as const;
  const off = await findDaysOff(db, { workspaceId, subject, from: first, to: on });
  const calendar = { weekdays: team.weekdays, daysOff: new Set(off.keys()) };
  if (workingDayFrom(first, calendar) !== on) return null;
  const to = addDays(first, -1);
  const from = firstOfMonth(to);
  const noes = await listNoes(db, { workspaceId, teamId: team.id, from, to });
  const lessons = collectLessons(from, noes);
  return lessons.lessons.length + lessons.withNames === 0 ? null : lessons;
}
