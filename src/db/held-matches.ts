import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Prospect } from '../domain/prospect.ts';
import type { HeldPair, Verdict } from '../domain/same-person.ts';
import type { Db } from './client.ts';
import { prospectOf } from './prospect-rows.ts';
import { heldMatches, prospects } from './schema.ts';

/** Pairs a statement. */
const CHUNK = 1_000;

/** Keeps pairs for a manager to decide, and answers those that are new: a decided one is not asked again. */
export async function insertHeldMatches(
  db: Db,
  { workspaceId, pairs, at }: { workspaceId: number; pairs: readonly HeldPair[]; at: Date },
): Promise<HeldPair[]> {
  const { prospectId, stoppedProspectId } = heldMatches;
  const inserted: HeldPair[] = [];
  for (let from = 0; from < pairs.length; from += CHUNK) {
    const rows = await db
      .insert(heldMatches)
      .values(pairs.slice(from, from + CHUNK).map((pair) => ({ workspaceId, ...pair, heldAt: at })))
      .onConflictDoNothing()
      .returning({ prospectId, stoppedProspectId });
    inserted.push(...rows);
  }
  return inserted;
}

export type HeldMatch = { prospect: Prospect; stopped: Prospect; heldAt: Date };

const stopped = alias(prospects, 'stopped');

/** Undecided, with one still open and the other still stopped: a lifted stop holds nobody. */
const isWaiting = (workspaceId: number) =>
  and(
    eq(heldMatches.workspaceId, workspaceId),
    isNull(heldMatches.verdict),
    eq(prospects.status, 'open'),
    eq(stopped.status, 'stopped'),
  );

const isTheProspect = and(
  eq(prospects.workspaceId, heldMatches.workspaceId),
  eq(prospects.id, heldMatches.prospectId),
);
const isTheStopped = and(
  eq(stopped.workspaceId, heldMatches.workspaceId),
  eq(stopped.id, heldMatches.stoppedProspectId),
);

/** Matches that wait for a manager, oldest first; given prospects, only theirs. */
export async function listHeldMatches(
  db: Db,
  {
    workspaceId,
    prospectIds,
    limit,
  }: { workspaceId: number; prospectIds?: string[]; limit: number },
): Promise<HeldMatch[]> {
  const rows = await db
    .select({ prospect: prospects, stopped, heldAt: heldMatches.heldAt })
    .from(heldMatches)
    .innerJoin(prospects, isTheProspect)
    .innerJoin(stopped, isTheStopped)
    .where(and(isWaiting(workspaceId), prospectIds && inArray(heldMatches.prospectId, prospectIds)))
    .orderBy(asc(heldMatches.heldAt), asc(prospects.nameKey), asc(prospects.id), asc(stopped.id))
    .limit(limit);
  return rows.map((row) => ({
    prospect: prospectOf(row.prospect),
    stopped: prospectOf(row.stopped),
    heldAt: row.heldAt,
  }));
}

export async function countHeldMatches(db: Db, workspaceId: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(heldMatches)
    .innerJoin(prospects, isTheProspect)
    .innerJoin(stopped, isTheStopped)
    .where(isWaiting(workspaceId));
  return row?.count ?? 0;
}

type PairKey = { workspaceId: number } & HeldPair;

const byPair = ({ workspaceId, prospectId, stoppedProspectId }: PairKey) =>
  and(
    eq(heldMatches.workspaceId, workspaceId),
    eq(heldMatches.prospectId, prospectId),
    eq(heldMatches.stoppedProspectId, stoppedProspectId),
  );

export type Settlement = {
  verdict: Verdict | null;
  settledBy: string | null;
  settledAt: Date | null;
};

export async function findHeldMatch(db: Db, key: PairKey): Promise<Settlement | null> {
  const { verdict, settledBy, settledAt } = heldMatches;
  const [row] = await db
    .select({ verdict, settledBy, settledAt })
    .from(heldMatches)
    .where(byPair(key));
  return row ?? null;
}

/** Keeps the verdict and who gave it; false when the pair was decided before. */
export async function settleHeldMatch(
  db: Db,
  { verdict, repId, at, ...key }: PairKey & { verdict: Verdict; repId: string; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(heldMatches)
    .set({ verdict, settledBy: repId, settledAt: at })
    .where(and(byPair(key), isNull(heldMatches.verdict)))
    .returning({ prospectId: heldMatches.prospectId });
  return rows.length === 1;
}
