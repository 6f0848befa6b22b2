import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { receipts } from './schema.ts';

export type ReceiptKey = { workspaceId: number; key: string };
export type Receipt = { requestHash: Buffer; answer: unknown };

/**
 * Takes the key for this request; false when another request has it. One that came at the same time
 * and has not ended is waited for.
 */
export async function takeReceipt(
  db: Db,
  { workspaceId, key, requestHash, at }: ReceiptKey & { requestHash: Buffer; at: Date },
): Promise<boolean> {
  const taken = await db
    .insert(receipts)
    .values({ workspaceId, key, requestHash, answer: {}, at })
    .onConflictDoNothing()
    .returning({ key: receipts.key });
  return taken.length > 0;
}

export async function findReceipt(
  db: Db,
  { workspaceId, key }: ReceiptKey,
): Promise<Receipt | null> {
  const { requestHash, answer } = receipts;
  const [row] = await db
    .select({ requestHash, answer })
    .from(receipts)
    .where(and(eq(receipts.workspaceId, workspaceId), eq(receipts.key, key)));
  return row ?? null;
}

export async function saveAnswer(
  db: Db,
  { workspaceId, key, answer }: ReceiptKey & { answer: unknown },
): Promise<void> {
  await db
    .update(receipts)
    .set({ answer })
    .where(and(eq(receipts.workspaceId, workspaceId), eq(receipts.key, key)));
}

/** Notes a moment under a key unless a later one stands there already. */
export async function noteLatest(
  db: Db,
  { workspaceId, key, moment, at }: ReceiptKey & { moment: string; at: Date },
): Promise<void> {
  const noted = sql`${receipts.answer} ->> 'moment' collate "C"`;
  const answer = { moment };
  await db
    .insert(receipts)
    .values({ workspaceId, key, requestHash: Buffer.alloc(0), answer, at })
    .onConflictDoUpdate({
      target: [receipts.workspaceId, receipts.key],
      set: { answer },
      setWhere: sql`${noted} < ${moment}`,
    });
}

/** Removes the receipts of every workspace from before an instant. */
export async function deleteReceiptsBefore(db: Db, before: Date): Promise<void> {
  await db.delete(receipts).where(lt(receipts.at, before));
}
