import { and, eq, gte, inArray } from 'drizzle-orm';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { absences, holidays } from './schema.ts';

export type Absence = { repId: string; fromOn: LocalDate; toOn: LocalDate };

/** Leave that ends on `from` or later, of the given reps. */
export async function listAbsences(
  db: Db,
  { workspaceId, repIds, from }: { workspaceId: number; repIds: string[]; from: LocalDate },
): Promise<Absence[]> {
  return db
    .select({ repId: absences.repId, fromOn: absences.fromOn, toOn: absences.toOn })
    .from(absences)
    .where(
      and(
        eq(absences.workspaceId, workspaceId),
        inArray(absences.repId, repIds),
        gte(absences.toOn, from),
      ),
    )
    .orderBy(absences.repId, absences.fromOn);
}

/** The team's holidays from a day on. */
export async function listHolidays(
  db: Db,
  { workspaceId, teamId, from }: { workspaceId: number; teamId: string; from: LocalDate },
): Promise<LocalDate[]> {
  const rows = await db
    .select({ on: holidays.on })
    .from(holidays)
    .where(
      and(
        eq(holidays.workspaceId, workspaceId),
        eq(holidays.teamId, teamId),
        gte(holidays.on, from),
      ),
    )
    .orderBy(holidays.on);
  return rows.map((row) => row.on);
}

// Longer leave than this is no leave; the bound keeps one wrong row from filling memory.
const LONGEST_ABSENCE_DAYS = 730;

/** Every day of an absence. */
export function daysOfAbsence({ fromOn, toOn }: Absence): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = fromOn; day <= toOn && days.length < LONGEST_ABSENCE_DAYS; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}
