import { eq } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { prospects } from '../../src/db/schema.ts';

export type Row = typeof prospects.$inferSelect;
export type Rows = ReadonlyMap<string, Row>;

/** Every prospect of the workspace, in one query. */
export async function readRows(db: Db, workspaceId: number): Promise<Rows> {
  const rows = await db.select().from(prospects).where(eq(prospects.workspaceId, workspaceId));
  return new Map(rows.map((row) => [row.id, row]));
}
