import { and, between, eq, gte, lte } from 'drizzle-orm';
import { addDays, type LocalDate, laterOf } from '../domain/local-date.ts';
import type { DayOff } from '../domain/opening.ts';
import type { Subject } from '../domain/subject.ts';
import type { Db } from './client.ts';
import { absences, holidays, reps } from './schema.ts';

type Span = { workspaceId: number; subject: Subject; from: LocalDate; to: LocalDate };

/** The days between two dates, both included, on which a rep is out or the rep's or the team's people are off. */
export async function findDaysOff(db: Db, span: Span): Promise<Map<LocalDate, DayOff>> {
  const days = new Map<LocalDate, DayOff>();
  for (const on of await listHolidays(db, span)) days.set(on, 'holiday');
  if (span.subject.kind === 'team') return days;
  for (const { fromOn, toOn } of await listAbsences(db, span)) {
    for (
      let day = laterOf(fromOn, span.from);
      day <= toOn && day <= span.to;
      day = addDays(day, 1)
    ) {
      days.set(day, 'away');
    }
  }
  return days;
}

async function listHolidays(db: Db, span: Span): Promise<LocalDate[]> {
  const ofTeam = and(
    eq(holidays.workspaceId, span.workspaceId),
    between(holidays.on, span.from, span.to),
  );
  const rows =
    span.subject.kind === 'team'
      ? await db
          .select({ on: holidays.on })
          .from(holidays)
          .where(and(ofTeam, eq(holidays.teamId, span.subject.id)))
      : await db
          .select({ on: holidays.on })
          .from(holidays)
          .innerJoin(
            reps,
            and(eq(reps.workspaceId, holidays.workspaceId), eq(reps.teamId, holidays.teamId)),
          )
          .where(and(ofTeam, eq(reps.id, span.subject.id)));
  return rows.map(({ on }) => on);
}

async function listAbsences(db: Db, { workspaceId, subject, from, to }: Span) {
  return db
    .select({ fromOn: absences.fromOn, toOn: absences.toOn })
    .from(absences)
    .where(
      and(
        eq(absences.workspaceId, workspaceId),
        eq(absences.repId, subject.id),
        lte(absences.fromOn, to),
        gte(absences.toOn, from),
      ),
    );
}
