import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import type { ProspectKey } from './prospects.ts';
import { prospects } from './schema.ts';

/** The forms under which a prospect's person is known. */
export type StoredKeys = Pick<typeof prospects.$inferSelect, 'nameKey' | 'emailKey' | 'phoneKey'>;

export async function findStoredKeys(
  db: Db,
  { workspaceId, prospectId }: ProspectKey,
): Promise<StoredKeys | null> {
  const { nameKey, emailKey, phoneKey } = prospects;
  const [row] = await db
    .select({ nameKey, emailKey, phoneKey })
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, prospectId)));
  return row ?? null;
}

/**
 * The other prospects who are this person beyond doubt: the same e-mail, or the same phone with the
 * same name. A shared phone alone may be somebody else's desk.
 */
export async function listSamePerson(
  db: Db,
  { workspaceId, prospectId, keys }: ProspectKey & { keys: StoredKeys },
): Promise<string[]> {
  const { nameKey, emailKey, phoneKey } = keys;
  const rows = await db
    .select({ id: prospects.id })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        ne(prospects.id, prospectId),
        or(
          emailKey === null ? sql`false` : eq(prospects.emailKey, emailKey),
          phoneKey === null || nameKey === null
            ? sql`false`
            : and(eq(prospects.phoneKey, phoneKey), eq(prospects.nameKey, nameKey)),
        ),
      ),
    )
    .orderBy(asc(prospects.id));
  return rows.map(({ id }) => id);
}
