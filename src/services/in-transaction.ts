import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../domain/errors.ts';
import type { WorkspaceContext } from './context.ts';

const TRIES = 3;
/** Whoever waits for an answer has three seconds in all. */
const TRY_AGAIN_WITHIN_MS = 1000;

/**
 * Runs a verb in one transaction, and at most twice again when the database could not finish it and
 * nothing was saved. With `repeatable`, again as well when nobody knows whether it was saved: the verb
 * must recognise its own repeat. The verb gets a context whose `db` is the transaction, and must reach
 * the world through it alone.
 */
export async function inTransaction<C extends WorkspaceContext, T>(
  ctx: C,
  verb: (ctx: C) => Promise<T>,
  { repeatable = false }: { repeatable?: boolean } = {},
): Promise<T> {
  const startedAt = performance.now();
  for (let tried = 1; ; tried += 1) {
    try {
      return await ctx.db.transaction((db) => verb({ ...ctx, db }));
    } catch (error) {
      const inTime = performance.now() - startedAt < TRY_AGAIN_WITHIN_MS;
      const isSafe = error instanceof UnavailableError && (repeatable || error.why !== 'unclear');
      if (tried === TRIES || !inTime || !isSafe) throw error;
      await sleep(Math.random() * 50 * tried);
    }
  }
}
