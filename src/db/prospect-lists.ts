import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  lte,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import type { DayCount } from '../domain/home-counts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Db } from './client.ts';
import { prospectOf } from './prospect-rows.ts';
import { prospects } from './schema.ts';

export type ListFilter = {
  workspaceId: number;
  ownerId: string;
  /** Open ones due up to this day, and won or lost ones to look at again by then. */
  until: LocalDate;
  from?: LocalDate;
  limit?: number;
};

/** What a rep has to do up to a day, oldest first; revisits included. */
export async function listDueProspects(db: Db, filter: ListFilter): Promise<Prospect[]> {
  const { from, until } = filter;
  const open = and(
    eq(prospects.status, 'open'),
    lte(prospects.nextOn, until),
    from === undefined ? undefined : gte(prospects.nextOn, from),
  );
  const revisit = and(
    isNotNull(prospects.revisitOn),
    lte(prospects.revisitOn, until),
    from === undefined ? undefined : gte(prospects.revisitOn, from),
  );
  const rows = await db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, filter.workspaceId),
        eq(prospects.ownerId, filter.ownerId),
        or(open, revisit),
      ),
    )
    .orderBy(
      asc(prospects.inLine),
      asc(prospects.nextOn),
      asc(prospects.linePosition),
      asc(prospects.createdAt),
      asc(prospects.id),
    )
    .limit(filter.limit ?? 5000);
  return rows.map(prospectOf);
}

export type OpenFilter = {
  workspaceId: number;
  ownerIds: readonly string[];
  after?: LocalDate;
  until?: LocalDate;
  /** Promises before this day are left out. */
  unpromisedBefore?: LocalDate;
  /** Only the quiet ones, in the slow rhythm. */
  nurture?: boolean;
  limit: number;
  offset?: number;
};

/** The slow rhythm's step stays what it is when somebody moves its day; a promise is not quiet. */
const isNurture = and(eq(prospects.nextAction, 'send_useful'), eq(prospects.promised, false));

/** The open prospects of some reps, or those of them due within some days, soonest first. */
export async function listOpenProspects(db: Db, filter: OpenFilter): Promise<Prospect[]> {
  const { after, until, unpromisedBefore } = filter;
  const rows = await db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, filter.workspaceId),
        inArray(prospects.ownerId, [...filter.ownerIds]),
        eq(prospects.status, 'open'),
        after === undefined ? undefined : gt(prospects.nextOn, after),
        until === undefined ? undefined : lte(prospects.nextOn, until),
        unpromisedBefore === undefined
          ? undefined
          : or(eq(prospects.promised, false), gte(prospects.nextOn, unpromisedBefore)),
        filter.nurture ? isNurture : undefined,
      ),
    )
    .orderBy(asc(prospects.nextOn), asc(prospects.linePosition), asc(prospects.id))
    .limit(filter.limit)
    .offset(filter.offset ?? 0);
  return rows.map(prospectOf);
}

/** A rep's open prospects counted by the day of their next step, soonest first. */
export async function countOpenByDay(
  db: Db,
  { workspaceId, ownerId }: { workspaceId: number; ownerId: string },
): Promise<DayCount[]> {
  const rows = await db
    .select({
      on: prospects.nextOn,
      count: count(),
      promised: sql`count(*) filter (where ${prospects.promised})`.mapWith(Number),
      nurture: sql`count(*) filter (where ${isNurture})`.mapWith(Number),
    })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.ownerId, ownerId),
        eq(prospects.status, 'open'),
      ),
    )
    .groupBy(prospects.nextOn)
    .orderBy(asc(prospects.nextOn));
  return rows.flatMap(({ on, ...counts }) => (on === null ? [] : [{ on, ...counts }]));
}

export async function countOpenProspects(
  db: Db,
  { workspaceId, ownerId }: { workspaceId: number; ownerId?: string },
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.status, 'open'),
        ownerId === undefined ? undefined : eq(prospects.ownerId, ownerId),
      ),
    );
  return row?.count ?? 0;
}

/** Whether a rep owns anybody at all, in whatever status. */
export async function ownsAny(
  db: Db,
  { workspaceId, ownerId }: { workspaceId: number; ownerId: string },
): Promise<boolean> {
  const [one] = await db
    .select({ id: prospects.id })
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.ownerId, ownerId)))
    .limit(1);
  return one !== undefined;
}

/**
 * How many next steps the rep has on each day from `from` on, that of one prospect left out if given.
 * Those in line wait for room and take none.
 */
export async function readDayLoads(
  db: Db,
  {
    workspaceId,
    ownerId,
    from,
    except,
  }: { workspaceId: number; ownerId: string; from: LocalDate; except?: string },
): Promise<Map<LocalDate, number>> {
  const rows = await db
    .select({ on: prospects.nextOn, load: count() })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.ownerId, ownerId),
        eq(prospects.status, 'open'),
        eq(prospects.inLine, false),
        except === undefined ? undefined : ne(prospects.id, except),
        gte(prospects.nextOn, from),
      ),
    )
    .groupBy(prospects.nextOn);
  return new Map(rows.flatMap((row) => (row.on === null ? [] : [[row.on, row.load]])));
}

/** Prospects a rep changed or whose touch they logged lately, newest first. */
export async function listRecentProspects(
  db: Db,
  { workspaceId, ownerId, limit }: { workspaceId: number; ownerId: string; limit: number },
): Promise<Prospect[]> {
  const rows = await db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.ownerId, ownerId),
        eq(prospects.status, 'open'),
      ),
    )
    .orderBy(desc(prospects.changedAt), asc(prospects.id))
    .limit(limit);
  return rows.map(prospectOf);
}
