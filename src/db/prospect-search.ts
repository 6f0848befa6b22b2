import { and, asc, desc, eq, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import type { Prospect } from '../domain/prospect.ts';
import { sameNameKey } from '../domain/typed-text.ts';
import type { Db } from './client.ts';
import { prospectOf } from './prospect-rows.ts';
import { prospects } from './schema.ts';

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
