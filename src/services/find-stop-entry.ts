import { type HistoryEntry, listHistory } from '../db/history.ts';
import type { RepContext } from './context.ts';

/** More changes than anybody makes to somebody who is stopped. */
const LATEST_CHANGES = 50;

/** The change in which a prospect was stopped last; null when it never was. */
export async function findStopEntry(
  { db, workspaceId }: RepContext,
  prospectId: string,
): Promise<HistoryEntry | null> {
  const changes = await listHistory(db, { workspaceId, prospectId, limit: LATEST_CHANGES });
  const stop = changes.find(
    ({ before, after }) => after?.status === 'stopped' && before?.status !== 'stopped',
  );
  return stop ?? null;
}
