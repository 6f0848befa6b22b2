import { and, eq, gt, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
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

type Taking = Allowance & { workspaceId: number; now: Date };

/** Takes one look from the workspace's budget for histories, or answers false when it is used up. */
export async function takeHistoryTurn(db: Db, taking: Taking): Promise<boolean> {
  const { workspaceId } = taking;
  const { first, next, setWhere } = stepOn(sendState.historyNextAt, taking);
  const taken = await db
    .insert(sendState)
    .values({ workspaceId, blockedUntil: NEVER, historyNextAt: first })
    .onConflictDoUpdate({
      target: sendState.workspaceId,
      set: { historyNextAt: next },
      setWhere,
    })
    .returning({ workspaceId: sendState.workspaceId });
  return taken.length > 0;
}

/** A workspace's allowance: so many at once, then one in every so many milliseconds. */
export type Allowance = { burst: number; everyMs: number };

/** How many messages a workspace's allowance holds at a moment, in SQL; `s` is its row or null. */
export function allowanceLeft(machine: SQL, { burst, everyMs }: Allowance): SQL {
  const ahead = sql`extract(epoch from greatest(s.paced_until - ${machine}, interval '0')) * 1000`;
  return sql`floor(${burst}::double precision - coalesce(${ahead}, 0) / greatest(${everyMs}::double precision, 0.001) + 0.000001)::int`;
}

/** Holds the workspace's row until the transaction ends: intents of one workspace follow each other. */
export async function lockSendState(db: Db, workspaceId: number): Promise<void> {
  await db
    .insert(sendState)
    .values({ workspaceId, blockedUntil: NEVER, historyNextAt: NEVER })
    .onConflictDoUpdate({ target: sendState.workspaceId, set: { workspaceId } });
}

/** Takes one message from the workspace's allowance; false when it is used up. Whoever else sends there waits for this transaction. */
export async function takeSend(db: Db, taking: Taking): Promise<boolean> {
  const { workspaceId } = taking;
  const { first, next, setWhere } = stepOn(sendState.pacedUntil, taking);
  const taken = await db
    .insert(sendState)
    .values({ workspaceId, blockedUntil: NEVER, historyNextAt: NEVER, pacedUntil: first })
    .onConflictDoUpdate({ target: sendState.workspaceId, set: { pacedUntil: next }, setWhere })
    .returning({ workspaceId: sendState.workspaceId });
  return taken.length > 0;
}

/** One step on the clock of an allowance, which may run ahead by its burst, and whether it is free now. */
function stepOn(clock: AnyPgColumn, { now, burst, everyMs }: Taking) {
  const machine = sql`${now.toISOString()}::timestamptz`;
  const step = sql`${everyMs}::double precision * interval '1 millisecond'`;
  const next = sql`greatest(${clock}, ${machine}) + ${step}`;
  return {
    first: new Date(now.getTime() + everyMs),
    next,
    // The microsecond is for steps of fractions of a millisecond.
    setWhere: sql`${next} <= ${machine} + ${burst}::double precision * ${step} + interval '1 microsecond'`,
  };
}
