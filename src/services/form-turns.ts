import { findReceipt, noteLatest } from '../db/receipts.ts';
import type { WorkspaceContext } from './context.ts';

/** What somebody did in an open form, and when: seconds with six decimals, as Slack tells it. */
export type FormTurn = { viewId: string; moment: string };

/**
 * Notes that something was done in a form. Two choices in quick succession arrive side by side, at two
 * servers perhaps, and the drawing of the first must not replace that of the second.
 */
export async function noteFormTurn(
  { db, workspaceId, now }: WorkspaceContext,
  { viewId, moment }: FormTurn,
): Promise<void> {
  await noteLatest(db, { workspaceId, key: keyOf(viewId), moment, at: now });
}

/** Whether nothing was done in the form since. */
export async function isLastFormTurn(
  { db, workspaceId }: WorkspaceContext,
  { viewId, moment }: FormTurn,
): Promise<boolean> {
  const noted = await findReceipt(db, { workspaceId, key: keyOf(viewId) });
  // Safe because only `noteLatest` writes under such a key.
  return (noted?.answer as { moment: string } | undefined)?.moment === moment;
}

/** A moment of the machine's time as Slack writes its own. */
export function momentOf(machineNow: Date): string {
  return (machineNow.getTime() / 1000).toFixed(6);
}

function keyOf(viewId: string): string {
  return `form:${viewId}`;
}
