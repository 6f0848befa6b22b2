import { findRep } from '../db/reps.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';

/** Why an undo comes too late: "Ben Haas changed Dana Reyes since, so this can no longer be undone." */
export async function describeLaterChange(
  { db, workspaceId, rep }: RepContext,
  prospect: Prospect,
  repId: string | null,
): Promise<string> {
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const name = who?.id === rep.id ? 'You' : (who?.name ?? 'Somebody');
  return `${name} changed ${labelOf(prospect)} since, so this can no longer be undone.`;
}
