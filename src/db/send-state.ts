import { and, eq, gt, lte, or, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { sendState } from './schema.ts';

/** So many unclear answers in a row open a workspace's breaker. */
export const BREAKER_UNCLEAR = 5;

const NEVER = new Date(0);

/** Blocks a workspace until an instant of machine time; an earlier end never shortens a later one. */
export async function blockWorkspace(
  db: Db,
  { workspaceId, until }: { workspaceId: number; until: Date },
): Promise<void> {
  await db
    .insert(sendState)
    .values({ workspaceId, blockedUntil: until, historyNextAt: NEVER })
    .onConflictDoUpdate({
      target: sendState.workspaceId,
      set: { blockedUntil: sql`greatest(${sendState.blockedUntil}, excluded.blocked_until)` },
    });
}

/** Counts an unclear answer; the fifth in a row, and every one after it, opens the breaker. */
export async function countUnclear(
  db: Db,
  { workspaceId, breakerUntil }: { workspaceId: number; breakerUntil: Date },
): Promise<void> {
  const opens = sql`${sendState.unclearInARow} + 1 >= ${BREAKER_UNCLEAR}`;
  await db
    .insert(sendState)
    .values({ workspaceId, blockedUntil: NEVER, historyNextAt: NEVER, unclearInARow: 1 })
    .onConflictDoUpdate({
      target: sendState.workspaceId,
      set: {
        unclearInARow: sql`${sendState.unclearInARow} + 1`,
        breaker: sql`case when ${opens} then 'open' else ${sendState.breaker} end`,
        breakerUntil: sql`case when ${opens} then ${breakerUntil.toISOString()}::timestamptz else ${sendState.breakerUntil} end`,
      },
    });
}

/** A clear answer closes the breaker. */
export async function countClear(db: Db, workspaceId: number): Promise<void> {
  await db
    .update(sendState)
    .set({ unclearInARow: 0, breaker: 'closed', breakerUntil: null })
    .where(
      and(
        eq(sendState.workspaceId, workspaceId),
        or(gt(sendState.unclearInARow, 0), eq(sendState.breaker, 'open')),
      ),
    );
}

/** Takes the workspace's turn to look into a history, or answers false when it is not yet due. */
export async function takeHistoryTurn(
  db: Db,
  { workspaceId, now, nextAt }: { workspaceId: number; now: Date; nextAt: Date },
): Promise<boolean> {
  const taken = await db
    .insert(sendState)
    .values({ workspaceId, blockedUntil: NEVER, historyNextAt: nextAt })
    .onConflictDoUpdate({
      target: sendState.workspaceId,
      set: { historyNextAt: nextAt },
      setWhere: lte(sendState.historyNextAt, now),
    })
    .returning({ workspaceId: sendState.workspaceId });
  return taken.length > 0;
}
