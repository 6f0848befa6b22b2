import { and, eq, gt, lte, or, type SQL, sql } from 'drizzle-orm';
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
export async function takeSend(
  db: Db,
  { workspaceId, now, burst, everyMs }: Allowance & { workspaceId: number; now: Date },
): Promise<boolean> {
  const machine = sql`${now.toISOString()}::timestamptz`;
  const step = sql`${everyMs}::double precision * interval '1 millisecond'`;
  const next = sql`greatest(${sendState.pacedUntil}, ${machine}) + ${step}`;
  const taken = await db
    .insert(sendState)
    .values({
      workspaceId,
      blockedUntil: NEVER,
      historyNextAt: NEVER,
      pacedUntil: new Date(now.getTime() + everyMs),
    })
    .onConflictDoUpdate({
      target: sendState.workspaceId,
      set: { pacedUntil: next },
      setWhere: sql`${next} <= ${machine} + ${burst}::double precision * ${step} + interval '1 microsecond'`,
    })
    .returning({ workspaceId: sendState.workspaceId });
  return taken.length > 0;
}
