import { takeReceipt } from '../db/receipts.ts';
import type { RepContext } from './context.ts';
import { hashOf } from './once.ts';

/** Whether this request is to be answered: not when the same one, sent again, already was. */
export async function claimAnswer(
  { db, workspaceId, now }: RepContext,
  key: string,
): Promise<boolean> {
  return takeReceipt(db, {
    workspaceId,
    key: `${key}:answer`,
    requestHash: hashOf(null),
    at: now,
  });
}
