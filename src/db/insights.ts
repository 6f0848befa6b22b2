import { and, asc, between, desc, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { InsightTouch } from '../domain/insights.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { isOutbound, OUTCOMES } from '../domain/touch.ts';
import type { Db } from './client.ts';
import { prospects, reps, touches } from './schema.ts';

/** More than a team of thirty makes in a year; what is older is left out of the window, and it says so. */
export const TOUCHES_READ = 100_000;

const OUTBOUND = OUTCOMES.filter(isOutbound);

export type InsightWindow = {
  workspaceId: number;
  /** Prospects that one rep, or the reps of one team, reached out to. */
  whose: { repId: string } | { teamId: string };
  from: LocalDate;
  to: LocalDate;
};

export type InsightRows = {
  /** In the order they happened, by everybody, with the prospects in question. */
  touches: InsightTouch[];
  /** The first day read: later than asked when there was too much. */
  from: LocalDate;
};

/**
 * The touches that stand between two days, both included, with the prospects a rep or team touched
 * then. Those that were none (duplicates, customers) are left out.
 */
export async function listInsightTouches(
  db: Db,
  window: InsightWindow,
  limit = TOUCHES_READ,
): Promise<InsightRows> {
  const newest = await db
    .select({
      prospectId: touches.prospectId,
      repId: touches.repId,
      channel: touches.channel,
      outcome: touches.outcome,
      touchedOn: touches.touchedOn,
      touchedAt: touches.touchedAt,
      noReason: touches.noReason,
      lesson: touches.lesson,
    })
    .from(touches)
    .where(and(standing(window), inArray(touches.prospectId, prospectsIn(db, window))))
    .orderBy(desc(touches.touchedOn), desc(touches.createdAt), desc(touches.id))
    .limit(limit + 1);
  const cut = newest.length > limit ? newest[limit] : undefined;
  if (!cut) return { touches: newest.reverse(), from: window.from };
  // A day of which only a part was read would give wrong contacts.
  const whole = newest.filter(({ touchedOn }) => touchedOn > cut.touchedOn);
  return { touches: whole.reverse(), from: addDays(cut.touchedOn, 1) };
}

/** By prospect: contacts before the window, imported ones included; those without any are left out. */
export async function countContactsBefore(
  db: Db,
  window: InsightWindow,
): Promise<Map<string, number>> {
  const { workspaceId, from } = window;
  const rows = await db
    .select({
      prospectId: prospects.id,
      contacts: sql`${prospects.importedContacts} + count(distinct ${touches.touchedOn})`.mapWith(
        Number,
      ),
    })
    .from(prospects)
    .leftJoin(
      touches,
      and(
        eq(touches.workspaceId, prospects.workspaceId),
        eq(touches.prospectId, prospects.id),
        lt(touches.touchedOn, from),
        inArray(touches.outcome, OUTBOUND),
        isNull(touches.undoneAt),
      ),
    )
    .where(
      and(eq(prospects.workspaceId, workspaceId), inArray(prospects.id, prospectsIn(db, window))),
    )
    .groupBy(prospects.workspaceId, prospects.id)
    .having(sql`${prospects.importedContacts} + count(distinct ${touches.touchedOn}) > 0`);
  return new Map(rows.map(({ prospectId, contacts }) => [prospectId, contacts]));
}

/** At which contact each Yes of a team came, newest first; a Yes logged twice on a day is one. */
export async function listYesContacts(
  db: Db,
  { workspaceId, teamId, from }: { workspaceId: number; teamId: string; from: LocalDate },
): Promise<number[]> {
  const rows = await db.execute<{ contact: number }>(sql`
    select p.imported_contacts + (
      select count(distinct c.touched_on) from touches c
      where c.workspace_id = y.workspace_id and c.prospect_id = y.prospect_id
        and c.touched_on <= y.touched_on and c.undone_at is null
        and ${inArray(sql`c.outcome`, OUTBOUND)}
    )::int as contact
    from (
      select distinct t.workspace_id, t.prospect_id, t.touched_on from touches t
      join reps r on r.workspace_id = t.workspace_id and r.id = t.rep_id
      where t.workspace_id = ${workspaceId} and r.team_id = ${teamId} and t.outcome = 'yes'
        and t.touched_on >= ${from} and t.undone_at is null
    ) y
    join prospects p on p.workspace_id = y.workspace_id and p.id = y.prospect_id
    where p.status <> 'not_a_prospect'
    order by y.touched_on desc
    limit 1000`);
  return rows.map(({ contact }) => contact);
}

export type ProspectLesson = Pick<InsightTouch, 'noReason'> & {
  lesson: string | null;
  name: string | null;
  company: string | null;
  externalId: string | null;
};

/** A team's Noes between two days, newest first, with whom each was about. */
export async function listNoes(
  db: Db,
  span: { workspaceId: number; teamId: string; from: LocalDate; to: LocalDate },
): Promise<ProspectLesson[]> {
  return db
    .select({
      noReason: touches.noReason,
      lesson: touches.lesson,
      name: prospects.name,
      company: prospects.company,
      externalId: prospects.externalId,
    })
    .from(touches)
    .innerJoin(reps, and(eq(reps.workspaceId, touches.workspaceId), eq(reps.id, touches.repId)))
    .innerJoin(
      prospects,
      and(
        eq(prospects.workspaceId, touches.workspaceId),
        eq(prospects.id, touches.prospectId),
        ne(prospects.status, 'not_a_prospect'),
      ),
    )
    .where(and(standing(span), eq(reps.teamId, span.teamId), eq(touches.outcome, 'no')))
    .orderBy(desc(touches.touchedOn), desc(touches.createdAt), asc(touches.id))
    .limit(2000);
}

function standing({ workspaceId, from, to }: Pick<InsightWindow, 'workspaceId' | 'from' | 'to'>) {
  return and(
    eq(touches.workspaceId, workspaceId),
    between(touches.touchedOn, from, to),
    isNull(touches.undoneAt),
  );
}

function prospectsIn(db: Db, window: InsightWindow) {
  const { whose } = window;
  return db
    .select({ id: touches.prospectId })
    .from(touches)
    .innerJoin(reps, and(eq(reps.workspaceId, touches.workspaceId), eq(reps.id, touches.repId)))
    .innerJoin(
      prospects,
      and(
        eq(prospects.workspaceId, touches.workspaceId),
        eq(prospects.id, touches.prospectId),
        ne(prospects.status, 'not_a_prospect'),
      ),
    )
    .where(
      and(
        standing(window),
        'repId' in whose ? eq(reps.id, whose.repId) : eq(reps.teamId, whose.teamId),
      ),
    );
}
