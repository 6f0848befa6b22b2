import { and, eq } from 'drizzle-orm';
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

/** Forgets that a prospect asked us to stop: when the stop was undone or lifted. */
export async function deleteSuppressions(
  db: Db,
  { workspaceId, prospectId }: { workspaceId: number; prospectId: string },
): Promise<void> {
  await db
    .delete(suppressions)
    .where(and(eq(suppressions.workspaceId, workspaceId), eq(suppressions.prospectId, prospectId)));
}
