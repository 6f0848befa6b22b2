import { setTimeout as sleep } from 'node:timers/promises';
import { postgresCodeOf } from '../db/client.ts';
import type { WorkspaceContext } from './context.ts';

/** Deadlock, serialization failure, lock not available: nothing was saved, another try may succeed. */
const WORTH_ANOTHER_TRY = new Set(['40P01', '40001', '55P03']);
const TRIES = 3;

/**
 * Runs a verb in one transaction, at most three times when the database asked for another try. The
 * verb gets a context whose `db` is the transaction, and must reach the world through it alone.
 */
export async function inTransaction<C extends WorkspaceContext, T>(
  ctx: C,
  verb: (ctx: C) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ctx.db.transaction((db) => verb({ ...ctx, db }));
    } catch (error) {
      if (tried === TRIES || !WORTH_ANOTHER_TRY.has(postgresCodeOf(error) ?? '')) throw error;
      await sleep(Math.random() * 50 * tried);
    }
  }
}
