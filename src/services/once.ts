import { createHash } from 'node:crypto';
import { deleteReceiptsBefore, findReceipt, saveAnswer, takeReceipt } from '../db/receipts.ts';
import { ConflictError } from '../domain/errors.ts';
import type { WorkspaceContext } from './context.ts';
import { inTransaction } from './in-transaction.ts';

/** What survives being written as JSON, so that a repeat gets the very answer the first request got. */
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** Which request this is, and a hash of what it holds. */
export type RequestReceipt = { key: string; hash: Buffer };

const KEPT_MS = 48 * 3_600_000;

/**
 * Runs a verb at most once for a request. The receipt is saved in the verb's transaction: a repeat,
 * even one at the same moment, waits and gets the first one's answer; when the verb fails nothing is
 * kept and the person may submit again.
 * @throws ConflictError when the same request comes with other values
 */
export async function once<C extends WorkspaceContext, T extends Json>(
  ctx: C,
  { key, hash }: RequestReceipt,
  verb: (ctx: C) => Promise<T>,
): Promise<T> {
  const saveOnce = async (inside: C): Promise<T> => {
    const { db, workspaceId, now } = inside;
    if (await takeReceipt(db, { workspaceId, key, requestHash: hash, at: now })) {
      const answer = await verb(inside);
      await saveAnswer(db, { workspaceId, key, answer: { answer } });
      return answer;
    }
    const earlier = await findReceipt(db, { workspaceId, key });
    if (!earlier?.requestHash.equals(hash)) {
      throw new ConflictError(({ faults }) => faults.savedOtherwise);
    }
    // The key and the hash are the same, so the same verb wrote this answer.
    return (earlier.answer as { answer: T }).answer;
  };
  // The receipt recognises a repeat, so a lost answer to the commit is no reason to give up.
  return inTransaction(ctx, saveOnce, { repeatable: true });
}

/**
 * Whether a request was done already. For what is asked before its verb runs: a repeat must not be
 * asked about what the first one saved.
 */
export async function wasDone(
  { db, workspaceId }: WorkspaceContext,
  key: string,
): Promise<boolean> {
  return (await findReceipt(db, { workspaceId, key })) !== null;
}

/** The hash of what a request holds; the order of an object's keys does not matter. */
export function hashOf(values: Json): Buffer {
  return createHash('sha256').update(canonical(values)).digest();
}

/** Receipts are kept for 48 hours, longer than anybody repeats a request. */
export async function deleteOldReceipts(db: WorkspaceContext['db'], now: Date): Promise<void> {
  await deleteReceiptsBefore(db, new Date(now.getTime() - KEPT_MS));
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}
