import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import { NOTHING_OWNED, type Owned } from '../domain/owned.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Db } from './client.ts';
import type { HistoryEntry, Verb } from './history.ts';
import { ownedColumns, prospectOf } from './prospect-rows.ts';
import { history, prospects } from './schema.ts';

type BatchKey = { workspaceId: number; batchId: string };

const CHUNK = 500;

/** Writes what was changed at once, so that it can be undone as a whole. */
export async function insertHistoryBatch(
  db: Db,
  { workspaceId, batchId, entries }: BatchKey & { entries: readonly Omit<HistoryEntry, 'id'>[] },
): Promise<void> {
  for (let at = 0; at < entries.length; at += CHUNK) {
    const chunk = entries.slice(at, at + CHUNK);
    await db.insert(history).values(chunk.map((entry) => ({ workspaceId, batchId, ...entry })));
  }
}

export type Batch = {
  repId: string | null;
  at: Date;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Who did it and when, with one of its changes. */
export async function findBatch(
  db: Db,
  { workspaceId, batchId, verb }: BatchKey & { verb: Verb },
): Promise<Batch | null> {
  const [row] = await db
    .select({
      repId: history.repId,
      at: history.at,
      before: history.before,
      after: history.after,
    })
    .from(history)
    .where(of({ workspaceId, batchId, verb }))
    .orderBy(asc(history.id))
    .limit(1);
  return row ?? null;
}

/** The prospects of a batch as they stand, held, each with the version it had after its change. */
export async function lockBatch(
  db: Db,
  key: BatchKey & { verb: Verb },
): Promise<{ prospect: Prospect; version: number }[]> {
  const rows = await db
    .select({ row: prospects, version: history.version })
    .from(history)
    .innerJoin(prospects, isOfHistory())
    .where(of(key))
    .orderBy(asc(prospects.id))
    .for('update', { of: prospects });
  return rows.map(({ row, version }) => ({ prospect: prospectOf(row), version }));
}

type Given = BatchKey & { verb: Verb; ownerId: string };

/** What somebody still has of a batch: promises first, then soonest. */
export async function listGiven(
  db: Db,
  { ownerId, limit, ...key }: Given & { limit: number },
): Promise<Prospect[]> {
  const rows = await db
    .select({ row: prospects })
    .from(history)
    .innerJoin(prospects, isOfHistory())
    .where(and(of(key), eq(prospects.ownerId, ownerId)))
    .orderBy(desc(prospects.promised), asc(prospects.nextOn), asc(prospects.id))
    .limit(limit);
  return rows.map(({ row }) => prospectOf(row));
}

/** The same in numbers. */
export async function countGiven(
  db: Db,
  { ownerId, today, ...key }: Given & { today: LocalDate },
): Promise<Owned> {
  const [row] = await db
    .select(ownedColumns(today))
    .from(history)
    .innerJoin(prospects, isOfHistory())
    .where(and(of(key), eq(prospects.ownerId, ownerId)));
  return row ?? NOTHING_OWNED;
}

/** How many prospects of a batch a verb changed. */
export async function countBatch(db: Db, key: BatchKey & { verb: Verb }): Promise<number> {
  const [row] = await db.select({ count: count() }).from(history).where(of(key));
  return row?.count ?? 0;
}

function of({ workspaceId, batchId, verb }: BatchKey & { verb: Verb }) {
  return and(
    eq(history.workspaceId, workspaceId),
    eq(history.batchId, batchId),
    eq(history.verb, verb),
  );
}

function isOfHistory() {
  return and(eq(prospects.workspaceId, history.workspaceId), eq(prospects.id, history.prospectId));
}
