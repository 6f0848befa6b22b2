import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
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
    .orderBy(asc(absences.repId), asc(absences.fromOn));
}

/** The teams' holidays from a day on, soonest first in each team. */
export async function listHolidays(
  db: Db,
  { workspaceId, teamIds, from }: { workspaceId: number; teamIds: string[]; from: LocalDate },
): Promise<{ teamId: string; on: LocalDate; name: string }[]> {
  return db
    .select({ teamId: holidays.teamId, on: holidays.on, name: holidays.name })
    .from(holidays)
    .where(
      and(
        eq(holidays.workspaceId, workspaceId),
        inArray(holidays.teamId, teamIds),
        gte(holidays.on, from),
      ),
    )
    .orderBy(asc(holidays.teamId), asc(holidays.on));
}

/** Days off of each rep from a day on: their team's holidays and their leave. */
export async function listDaysOff(
  db: Db,
  { workspaceId, owners, from }: { workspaceId: number; owners: readonly Rep[]; from: LocalDate },
): Promise<Map<string, Set<LocalDate>>> {
  const daysOff = new Map(owners.map((rep) => [rep.id, new Set<LocalDate>()]));
  const teamIds = [...new Set(owners.map((rep) => rep.teamId))];
  const off = await listHolidays(db, { workspaceId, teamIds, from });
  for (const rep of owners) {
    for (const { teamId, on } of off) if (teamId === rep.teamId) daysOff.get(rep.id)?.add(on);
  }
  for (const absence of await listAbsences(db, {
    workspaceId,
    repIds: [...daysOff.keys()],
    from,
  })) {
    for (const day of daysOf(absence)) daysOff.get(absence.repId)?.add(day);
  }
  return daysOff;
}

function daysOf({ fromOn, toOn }: Absence): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = fromOn; day <= toOn; day = addDays(day, 1)) days.push(day);
  return days;
}
