import { and, count, eq, gte, isNotNull, lt, notExists, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { history, prospects } from './schema.ts';

/**
 * That a row is of somebody who is a prospect, or was won, lost or stopped: what was marked as no
 * prospect counts nowhere.
 */
export function isOfProspect(row: { workspaceId: PgColumn; prospectId: PgColumn }): SQL {
  return sql`not exists (select 1 from ${prospects} entry where entry.workspace_id = ${row.workspaceId}
    and entry.id = ${row.prospectId} and entry.status = 'not_a_prospect')`;
}

/**
 * How many entries each rep marked as not a prospect from one instant until before another; those
 * undone are not counted.
 */
export async function countNotProspects(
  db: Db,
  { workspaceId, from, to }: { workspaceId: number; from: Date; to: Date },
): Promise<Map<string, number>> {
  const undo = alias(history, 'undo');
  const undone = db
    .select({ id: undo.id })
    .from(undo)
    .where(
      and(
        eq(undo.workspaceId, history.workspaceId),
        eq(undo.prospectId, history.prospectId),
        eq(undo.version, sql`${history.version} + 1`),
        eq(undo.verb, 'undo'),
      ),
    );
  const rows = await db
    .select({ repId: history.repId, count: count() })
    .from(history)
    .where(
      and(
        eq(history.workspaceId, workspaceId),
        eq(history.verb, 'not_a_prospect'),
        gte(history.at, from),
        lt(history.at, to),
        isNotNull(history.repId),
        notExists(undone),
      ),
    )
    .groupBy(history.repId);
  return new Map(rows.flatMap((row) => (row.repId === null ? [] : [[row.repId, row.count]])));
}
