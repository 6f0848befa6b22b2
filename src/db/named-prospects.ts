import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prospects } from './schema.ts';

export type NamedRow = {
  id: string;
  name: string | null;
  company: string | null;
  ownerId: string | null;
};

/**
 * Prospects whose name or company holds at least one of the words, accents and apostrophes aside. The
 * words come folded and of letters and digits only.
 */
export async function listProspectsNamedBy(
  db: Db,
  { workspaceId, words, limit }: { workspaceId: number; words: readonly string[]; limit: number },
): Promise<NamedRow[]> {
  if (words.length === 0) return [];
  const names = sql`concat_ws(' ', ${prospects.nameKey}, ${prospects.companyKey})`;
  const folded = sql`regexp_replace(normalize(${names}, NFKD), '[\\u0300-\\u036f''’]', '', 'g')`;
  const anyWord = `(^|[^a-z0-9])(${words.join('|')})([^a-z0-9]|$)`;
  return db
    .select({
      id: prospects.id,
      name: prospects.name,
      company: prospects.company,
      ownerId: prospects.ownerId,
    })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        ne(prospects.status, 'not_a_prospect'),
        sql`${folded} ~* ${anyWord}`,
      ),
    )
    .orderBy(asc(prospects.nameKey), asc(prospects.id))
    .limit(limit);
}

/** Prospects with one of the addresses, given in the form in which two are the same; two at most. */
export async function listProspectIdsByEmail(
  db: Db,
  { workspaceId, emailKeys }: { workspaceId: number; emailKeys: readonly string[] },
): Promise<string[]> {
  if (emailKeys.length === 0) return [];
  const rows = await db
    .select({ id: prospects.id })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        ne(prospects.status, 'not_a_prospect'),
        inArray(prospects.emailKey, [...emailKeys]),
      ),
    )
    .orderBy(asc(prospects.id))
    .limit(2);
  return rows.map(({ id }) => id);
}
