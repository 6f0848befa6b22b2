import { and, asc, eq, inArray } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { suppressions } from './schema.ts';

type NewSuppression = { hash: Buffer; prospectId: string; repId: string; on: LocalDate };

/** Remembers who asked us to stop; asking twice is once. */
export async function insertSuppressions(
  db: Db,
  { workspaceId, rows }: { workspaceId: number; rows: NewSuppression[] },
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(suppressions)
    .values(rows.map((row) => ({ workspaceId, ...row })))
    .onConflictDoNothing();
}

export type Suppression = { prospectId: string; repId: string; on: LocalDate };

/** Who wrote down first that somebody with one of these hashes asked us to stop, and when. */
export async function findSuppression(
  db: Db,
  { workspaceId, hashes }: { workspaceId: number; hashes: Buffer[] },
): Promise<Suppression | null> {
  if (hashes.length === 0) return null;
  const [row] = await db
    .select({
      prospectId: suppressions.prospectId,
      repId: suppressions.repId,
      on: suppressions.on,
    })
    .from(suppressions)
    .where(and(eq(suppressions.workspaceId, workspaceId), inArray(suppressions.hash, hashes)))
    .orderBy(asc(suppressions.on))
    .limit(1);
  return row ?? null;
}

/** Forgets that a prospect asked us to stop: when the stop was undone or lifted. */
export async function deleteSuppressions(
  db: Db,
  { workspaceId, prospectId }: { workspaceId: number; prospectId: string },
): Promise<void> {
  await db
    .delete(suppressions)
    .where(and(eq(suppressions.workspaceId, workspaceId), eq(suppressions.prospectId, prospectId)));
}
