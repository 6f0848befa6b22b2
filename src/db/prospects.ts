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
  isNull,
  like,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type {
  NextStep,
  NotAProspectReason,
  Prospect,
  Standing,
  Status,
} from '../domain/prospect.ts';
import type { NoReason } from '../domain/touch.ts';
import { emailKey, sameNameKey } from '../domain/typed-text.ts';
import type { Db } from './client.ts';
import { prospects } from './schema.ts';

type Row = typeof prospects.$inferSelect;
export type ProspectKey = { workspaceId: number; prospectId: string };

const byKey = ({ workspaceId, prospectId }: ProspectKey) =>
  and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, prospectId));

export async function findProspect(db: Db, key: ProspectKey): Promise<Prospect | null> {
  const [row] = await db.select().from(prospects).where(byKey(key));
  return row ? prospectOf(row) : null;
}

/** Reads the prospect and keeps others from changing it until the transaction ends. */
export async function lockProspect(db: Db, key: ProspectKey): Promise<Prospect | null> {
  const [row] = await db.select().from(prospects).where(byKey(key)).for('update');
  return row ? prospectOf(row) : null;
}

export async function listProspects(
  db: Db,
  { workspaceId, prospectIds }: { workspaceId: number; prospectIds: string[] },
): Promise<Prospect[]> {
  const rows = await db
    .select()
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), inArray(prospects.id, prospectIds)));
  return rows.map(prospectOf);
}

export type NewProspect = {
  ownerId: string;
  name: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  phoneKey: string | null;
  next: NextStep;
};

export async function insertProspect(
  db: Db,
  { workspaceId, prospect, now }: { workspaceId: number; prospect: NewProspect; now: Date },
): Promise<Prospect> {
  const { next, ...own } = prospect;
  const [row] = await db
    .insert(prospects)
    .values({
      workspaceId,
      ...own,
      nameKey: own.name === null ? null : sameNameKey(own.name),
      companyKey: own.company === null ? null : sameNameKey(own.company),
      emailKey: emailKey(own.email),
      ...columnsOf({ status: 'open', next, revisitOn: null }),
      createdAt: now,
      changedAt: now,
    })
    .returning();
  if (!row) throw new Error('A prospect was inserted and not returned.');
  return prospectOf(row);
}

export type ProspectChange = Partial<
  Pick<Prospect, 'ownerId' | 'interest' | 'stoppedChannels' | 'snoozes' | 'inLine'>
> & {
  standing: Standing;
  /** Left out, a lost one keeps its reason; open, won and stopped ones have none. */
  closedReason?: NoReason | NotAProspectReason | null;
};

/** Saves a change when the prospect still has the version it was read with; null otherwise. */
export async function saveProspect(
  db: Db,
  {
    workspaceId,
    prospectId,
    fromVersion,
    change,
    now,
  }: ProspectKey & {
    fromVersion: number;
    change: ProspectChange;
    now: Date;
  },
): Promise<Prospect | null> {
  const { standing, closedReason, ...own } = change;
  const isClosed = standing.status === 'lost' || standing.status === 'not_a_prospect';
  const [row] = await db
    .update(prospects)
    .set({
      inLine: false,
      ...own,
      ...columnsOf(standing),
      closedReason: isClosed ? closedReason : null,
      version: fromVersion + 1,
      changedAt: now,
    })
    .where(and(byKey({ workspaceId, prospectId }), eq(prospects.version, fromVersion)))
    .returning();
  return row ? prospectOf(row) : null;
}

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

/** Every open prospect of a rep, or those due after a day, soonest first. */
export async function listOpenProspects(
  db: Db,
  {
    workspaceId,
    ownerId,
    after,
    limit,
    offset = 0,
  }: { workspaceId: number; ownerId: string; after?: LocalDate; limit: number; offset?: number },
): Promise<Prospect[]> {
  const rows = await db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.ownerId, ownerId),
        eq(prospects.status, 'open'),
        after === undefined ? undefined : gt(prospects.nextOn, after),
      ),
    )
    .orderBy(asc(prospects.nextOn), asc(prospects.linePosition), asc(prospects.id))
    .limit(limit)
    .offset(offset);
  return rows.map(prospectOf);
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

/**
 * How many next steps the rep has on each day from `from` on, that of one prospect left out. Those in
 * line wait for room and take none.
 */
export async function readDayLoads(
  db: Db,
  {
    workspaceId,
    ownerId,
    from,
    except,
  }: { workspaceId: number; ownerId: string; from: LocalDate; except: string },
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
        ne(prospects.id, except),
        gte(prospects.nextOn, from),
      ),
    )
    .groupBy(prospects.nextOn);
  return new Map(rows.flatMap((row) => (row.on === null ? [] : [[row.on, row.load]])));
}

/**
 * Prospects whose name, company, e-mail or phone holds every word of the query, whatever its accents
 * and case, best first: a name that begins with it, then one's own, then the rest by name. A phone is
 * found however it is written.
 */
export async function searchProspects(
  db: Db,
  {
    workspaceId,
    query,
    repId,
    limit,
  }: { workspaceId: number; query: string; repId: string; limit: number },
): Promise<Prospect[]> {
  const words = withoutAccents(sameNameKey(query)).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const holds = (text: string) => like(prospects.searchText, `%${escapeLike(text)}%`);
  const digits = phoneDigitsOf(query);
  const rows = await db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        or(and(...words.map(holds)), digits === null ? undefined : holds(digits)),
      ),
    )
    .orderBy(
      desc(like(prospects.searchText, `${escapeLike(words.join(' '))}%`)),
      desc(eq(prospects.status, 'open')),
      desc(sql`coalesce(${prospects.ownerId} = ${repId}, false)`),
      asc(prospects.nameKey),
      asc(prospects.id),
    )
    .limit(limit);
  return rows.map(prospectOf);
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

export type Likeness = {
  workspaceId: number;
  emailKey: string | null;
  phoneKey: string | null;
  nameKey: string | null;
  companyKey: string | null;
};

/**
 * Prospects that may be the same, likeliest first: the same e-mail, the same phone, or the same name
 * and company; without a name, those of the company that have none either.
 */
export async function findLikelySame(db: Db, person: Likeness): Promise<Prospect[]> {
  const sameEmail = person.emailKey === null ? sql`false` : eq(prospects.emailKey, person.emailKey);
  const samePhone = person.phoneKey === null ? sql`false` : eq(prospects.phoneKey, person.phoneKey);
  const rows = await db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, person.workspaceId),
        or(sameEmail, samePhone, sameNameAs(person)),
      ),
    )
    .orderBy(
      desc(sql`coalesce(${sameEmail}, false)`),
      desc(sql`coalesce(${samePhone}, false)`),
      asc(prospects.createdAt),
      asc(prospects.id),
    )
    .limit(5);
  return rows.map(prospectOf);
}

function sameNameAs({ nameKey, companyKey }: Likeness): SQL | undefined {
  if (nameKey === null) {
    if (companyKey === null) return sql`false`;
    return and(isNull(prospects.nameKey), eq(prospects.companyKey, companyKey));
  }
  if (companyKey === null) return eq(prospects.nameKey, nameKey);
  return and(
    eq(prospects.nameKey, nameKey),
    or(isNull(prospects.companyKey), eq(prospects.companyKey, companyKey)),
  );
}

/** The same as the column's expression does. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** The digits of a query that is nothing but a part of a phone number; null for any other. */
function phoneDigitsOf(query: string): string | null {
  const digits = query.replace(/\D/g, '');
  return digits.length >= 3 && /^[\d\s()+./-]+$/.test(query) ? digits : null;
}

/** `%`, `_` and `\` as themselves, so that `50%` does not find 500. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function columnsOf(standing: Standing) {
  const { next } = standing;
  return {
    status: standing.status,
    revisitOn: standing.revisitOn,
    nextOn: next?.on ?? null,
    nextAt: next?.at ?? null,
    nextAction: next?.action ?? null,
    nextStep: next?.step ?? null,
    nextChannel: next?.channel ?? null,
    nextRule: next?.rule ?? null,
    promised: next?.promised ?? false,
  };
}

function prospectOf(row: Row): Prospect {
  return {
    id: row.id,
    ownerId: row.ownerId,
    name: row.name,
    company: row.company,
    email: row.email,
    phone: row.phone,
    externalId: row.externalId,
    interest: row.interest,
    stoppedChannels: row.stoppedChannels,
    standing: standingOf(row),
    inLine: row.inLine,
    snoozes: row.snoozes,
    importedContacts: row.importedContacts,
    importedLastContactOn: row.importedLastContactOn,
    version: row.version,
  };
}

function standingOf(row: Row): Standing {
  const status: Status = row.status;
  if (status === 'won' || status === 'lost')
    return { status, next: null, revisitOn: row.revisitOn };
  if (status !== 'open') return { status, next: null, revisitOn: null };
  if (row.nextOn === null || row.nextAction === null || row.nextRule === null) {
    throw new Error('An open prospect without a next step passed the database check.');
  }
  const next: NextStep = {
    on: row.nextOn,
    at: row.nextAt,
    action: row.nextAction,
    step: row.nextStep,
    channel: row.nextChannel,
    promised: row.promised,
    rule: row.nextRule,
  };
  return { status, next, revisitOn: null };
}
