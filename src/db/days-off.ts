import { sql } from 'drizzle-orm';
import { addDays, type LocalDate, laterOf } from '../domain/local-date.ts';
import type { DayOff } from '../domain/opening.ts';
import type { Subject } from '../domain/subject.ts';
import type { Db } from './client.ts';
import { kept } from './kept.ts';

export type Span = { workspaceId: number; subject: Subject; from: LocalDate; to: LocalDate };
export type DaysOff = Map<LocalDate, DayOff>;

type Stretch = { place: number; from_on: LocalDate; to_on: LocalDate; why: DayOff };

/** The days between two dates, both included, on which a rep is out or the rep's or the team's people are off. */
export async function findDaysOff(db: Db, span: Span): Promise<DaysOff> {
  const [days] = await listDaysOffWithin(db, [span]);
  return days ?? new Map();
}

/** The same for many subjects in one statement, in the order they were given. */
export async function listDaysOffWithin(db: Db, spans: readonly Span[]): Promise<DaysOff[]> {
  const days = spans.map((): DaysOff => new Map());
  for (const { place, from_on, to_on, why } of await listStretches(db, spans)) {
    const span = spans[place];
    if (!span) continue;
    const last = to_on < span.to ? to_on : span.to;
    for (let day = laterOf(from_on, span.from); day <= last; day = addDays(day, 1)) {
      // Whoever is away is away on a holiday too.
      if (why === 'away' || !days[place]?.has(day)) days[place]?.set(day, why);
    }
  }
  return days;
}

async function listStretches(db: Db, spans: readonly Span[]): Promise<readonly Stretch[]> {
  if (spans.length === 0) return [];
  const asked = spans.map(({ workspaceId, subject, from, to }, place) => ({
    ...{ place, workspaceId, from, to, ...idOf(subject) },
  }));
  return db.execute<Stretch>(
    kept(sql`
    with asked as materialized (
      select a.*, coalesce(a.team, (select r.team_id from reps r
        where r.workspace_id = a."workspaceId" and r.id = a.rep)) as team_id
      from json_to_recordset(${JSON.stringify(asked)}::text::json) as a(
        place int, "workspaceId" bigint, rep uuid, team uuid, "from" date, "to" date)
    )
    select a.place, h."on" as from_on, h."on" as to_on, 'holiday' as why
    from asked a
    join holidays h on h.workspace_id = a."workspaceId" and h.team_id = a.team_id
      and h."on" between a."from" and a."to"
    union all
    select a.place, b.from_on, b.to_on, 'away'
    from asked a
    join absences b on b.workspace_id = a."workspaceId" and b.rep_id = a.rep
      and b.from_on <= a."to" and b.to_on >= a."from"`),
  );
}

/** A subject as a statement takes it; one that names nobody must not stop those it is asked with. */
export function idOf(subject: Subject | null): { rep?: string; team?: string } {
  if (!subject || !UUID.test(subject.id)) return {};
  return { [subject.kind]: subject.id };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
