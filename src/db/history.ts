import { and, desc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { history } from './schema.ts';

export const VERBS = [
  'add',
  'import',
  'log',
  'edit',
  'undo',
  'snooze',
  'revisit',
  'reopen',
  'drop',
  'stop',
  'lift',
  'not_a_prospect',
  'change_owner',
] as const;
export type Verb = (typeof VERBS)[number];

export type HistoryEntry = {
  id: string;
  prospectId: string;
  repId: string | null;
  touchId: string | null;
  verb: Verb;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** An edit of a touch, as it was and as it became. */
  touchBefore?: Record<string, unknown> | null;
  touchAfter?: Record<string, unknown> | null;
  version: number;
  at: Date;
};

const columns = {
  id: history.id,
  prospectId: history.prospectId,
  repId: history.repId,
  touchId: history.touchId,
  verb: history.verb,
  before: history.before,
  after: history.after,
  touchBefore: history.touchBefore,
  touchAfter: history.touchAfter,
  version: history.version,
  at: history.at,
};

export async function insertHistory(
  db: Db,
  { workspaceId, entry }: { workspaceId: number; entry: Omit<HistoryEntry, 'id'> },
): Promise<void> {
  await db.insert(history).values({ workspaceId, ...entry });
}

/** A prospect's changes, newest first. */
export async function listHistory(
  db: Db,
  { workspaceId, prospectId, limit }: { workspaceId: number; prospectId: string; limit: number },
): Promise<HistoryEntry[]> {
  const rows = await db
    .select(columns)
    .from(history)
    .where(and(eq(history.workspaceId, workspaceId), eq(history.prospectId, prospectId)))
    .orderBy(desc(history.version))
    .limit(limit);
  // Safe because only `insertHistory` writes the column, and it takes a Verb.
  return rows.map((row) => ({ ...row, verb: row.verb as Verb }));
}
