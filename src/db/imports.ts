import { and, asc, count, eq, inArray, isNull, max, or, type SQL, sql } from 'drizzle-orm';
import type { KnownProspect, PersonKeys } from '../domain/import/identity.ts';
import type { Fill } from '../domain/import/plan-import.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { history, prospects, suppressions } from './schema.ts';

/** Rows a statement: well below the 65,534 parameters a statement may have. */
const CHUNK = 1_000;

const IMPORT_LOCK = 4_071_189;
const LOCK_WAIT_MS = 30_000;

/** Makes other imports of the workspace wait until this transaction ends, for at most half a minute. */
export async function lockImports(db: Db, workspaceId: number): Promise<void> {
  await db.execute(sql`select set_config('lock_timeout', ${`${LOCK_WAIT_MS}ms`}, true),
    set_config('statement_timeout', ${`${LOCK_WAIT_MS * 2}ms`}, true)`);
  await db.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK}, ${workspaceId}::int)`);
}

/** Prospects that share a key with any of the people, oldest first. */
export async function listKnown(
  db: Db,
  { workspaceId, people }: { workspaceId: number; people: readonly PersonKeys[] },
): Promise<KnownProspect[]> {
  const known = new Map<string, KnownProspect>();
  for (const chunk of chunksOf(people)) {
    const rows = await db
      .select(KNOWN)
      .from(prospects)
      .where(and(eq(prospects.workspaceId, workspaceId), sharesKey(chunk)))
      .orderBy(asc(prospects.createdAt), asc(prospects.linePosition), asc(prospects.id));
    for (const row of rows) known.set(row.id, row);
  }
  return [...known.values()];
}

const KNOWN = {
  id: prospects.id,
  name: prospects.name,
  company: prospects.company,
  email: prospects.email,
  phone: prospects.phone,
  interest: prospects.interest,
  status: prospects.status,
  externalId: prospects.externalId,
  nameKey: prospects.nameKey,
  companyKey: prospects.companyKey,
  emailKey: prospects.emailKey,
  phoneKey: prospects.phoneKey,
};

function sharesKey(people: readonly PersonKeys[]): SQL | undefined {
  // A row with an external id is never the same by its name and company alone.
  const unnumbered = people.filter((person) => person.externalId === null);
  const companies = unnumbered.filter((person) => person.nameKey === null);
  return or(
    among(
      prospects.externalId,
      people.map((person) => person.externalId),
    ),
    among(
      prospects.emailKey,
      people.map((person) => person.emailKey),
    ),
    among(
      prospects.phoneKey,
      people.map((person) => person.phoneKey),
    ),
    among(
      prospects.nameKey,
      unnumbered.map((person) => person.nameKey),
    ),
    and(
      isNull(prospects.nameKey),
      among(
        prospects.companyKey,
        companies.map((person) => person.companyKey),
      ),
    ),
  );
}

type KeyColumn =
  | typeof prospects.externalId
  | typeof prospects.emailKey
  | typeof prospects.phoneKey
  | typeof prospects.nameKey
  | typeof prospects.companyKey;

// One array parameter: a thousand single ones cost more to build than to answer.
function among(column: KeyColumn, keys: readonly (string | null)[]): SQL {
  const given = [...new Set(keys.filter((key) => key !== null))];
  return given.length === 0 ? sql`false` : sql`${column} = any(${sql.param(given)}::text[])`;
}

/** By hash, as hexadecimal text: the entry of the person who asked us to stop. */
export async function listSuppressed(
  db: Db,
  { workspaceId, hashes }: { workspaceId: number; hashes: readonly string[] },
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chunk of chunksOf(hashes)) {
    const rows = await db
      .select({ hash: suppressions.hash, prospectId: suppressions.prospectId })
      .from(suppressions)
      .where(
        and(
          eq(suppressions.workspaceId, workspaceId),
          sql`${suppressions.hash} in (select decode(h, 'hex') from unnest(${sql.param(chunk)}::text[]) h)`,
        ),
      );
    for (const row of rows) found.set(row.hash.toString('hex'), row.prospectId);
  }
  return found;
}

export type OwnerLoads = { loads: Map<LocalDate, number>; lastPosition: number };

/** Open next steps by owner and day, and the last place in each owner's line. */
export async function listOwnerLoads(
  db: Db,
  { workspaceId, repIds }: { workspaceId: number; repIds: readonly string[] },
): Promise<Map<string, OwnerLoads>> {
  const byOwner = new Map<string, OwnerLoads>();
  if (repIds.length === 0) return byOwner;
  const rows = await db
    .select({
      ownerId: prospects.ownerId,
      on: prospects.nextOn,
      steps: count(),
      lastPosition: max(prospects.linePosition),
    })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.status, 'open'),
        inArray(prospects.ownerId, [...repIds]),
      ),
    )
    .groupBy(prospects.ownerId, prospects.nextOn);
  for (const { ownerId, on, steps, lastPosition } of rows) {
    if (ownerId === null || on === null) continue;
    const own = byOwner.get(ownerId) ?? { loads: new Map(), lastPosition: 0 };
    own.loads.set(on, steps);
    own.lastPosition = Math.max(own.lastPosition, lastPosition ?? 0);
    byOwner.set(ownerId, own);
  }
  return byOwner;
}

export type NewImport = Omit<typeof prospects.$inferInsert, 'workspaceId' | 'version'> & {
  id: string;
};
type Trace = { repId: string | null; at: Date };

/** Adds prospects, each with the history row of its first version. */
export async function insertImported(
  db: Db,
  {
    workspaceId,
    rows,
    repId,
    at,
  }: Trace & {
    workspaceId: number;
    rows: readonly { prospect: NewImport; after: Record<string, unknown> }[];
  },
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await db.insert(prospects).values(chunk.map(({ prospect }) => ({ workspaceId, ...prospect })));
    await db.insert(history).values(
      chunk.map(({ prospect, after }) => ({
        workspaceId,
        prospectId: prospect.id,
        repId,
        verb: 'import',
        after,
        version: 1,
        at,
      })),
    );
  }
}

/** Fills what is still empty, and keeps in the history what was added. Values that are there stay. */
export async function fillImported(
  db: Db,
  {
    workspaceId,
    fills,
    repId,
    at,
  }: Trace & { workspaceId: number; fills: readonly { prospectId: string; fill: Fill }[] },
): Promise<void> {
  for (const chunk of chunksOf(fills)) {
    const values = chunk.map(({ prospectId, fill }) => ({ id: prospectId, ...fill }));
    const filled = await db.execute<{ id: string; version: number }>(sql`
      update prospects p set
        name = coalesce(p.name, f.name),
        name_key = case when p.name is null then f."nameKey" else p.name_key end,
        company = coalesce(p.company, f.company),
        company_key = case when p.company is null then f."companyKey" else p.company_key end,
        email = coalesce(p.email, f.email),
        email_key = case when p.email is null then f."emailKey" else p.email_key end,
        phone = coalesce(p.phone, f.phone),
        phone_key = case when p.phone is null then f."phoneKey" else p.phone_key end,
        external_id = coalesce(p.external_id, f."externalId"),
        interest = coalesce(p.interest, f.interest),
        version = p.version + 1,
        changed_at = ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as f(
        id uuid, name text, "nameKey" text, company text, "companyKey" text, email text,
        "emailKey" text, phone text, "phoneKey" text, "externalId" text, interest text)
      where p.workspace_id = ${workspaceId} and p.id = f.id
      returning p.id, p.version`);
    const versions = new Map(filled.map((row) => [row.id, row.version]));
    const changes = chunk.flatMap(({ prospectId, fill }) => {
      const version = versions.get(prospectId);
      if (version === undefined) return [];
      return [{ workspaceId, prospectId, repId, verb: 'import', after: fill, version, at }];
    });
    if (changes.length > 0) await db.insert(history).values(changes);
  }
}

function chunksOf<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < all.length; at += CHUNK) chunks.push(all.slice(at, at + CHUNK));
  return chunks;
}
