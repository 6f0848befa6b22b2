import { listDaysOff } from '../db/calendars.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import type { WorkspaceContext } from './context.ts';

/** A rep's working days from a day on: their weekdays, less the team's holidays and their leave. */
export async function loadWorkCalendar(
  { db, workspaceId }: Pick<WorkspaceContext, 'db' | 'workspaceId'>,
  { rep, from }: { rep: Rep; from: LocalDate },
): Promise<WorkCalendar> {
  const daysOff = await listDaysOff(db, { workspaceId, owners: [rep], from });
  return { weekdays: rep.weekdays, daysOff: daysOff.get(rep.id) ?? new Set() };
}
