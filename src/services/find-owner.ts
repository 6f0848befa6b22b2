import { findProspect } from '../db/prospects.ts';
import { findRep } from '../db/reps.ts';
import type { Rep } from '../domain/rep.ts';
import type { WorkspaceContext } from './context.ts';
import { isUuid } from './get-prospect.ts';

/** The rep who owns a prospect, or null when it has none or is not here. */
export async function findOwner(
  { db, workspaceId }: WorkspaceContext,
  prospectId: string,
): Promise<Rep | null> {
  const prospect = isUuid(prospectId) ? await findProspect(db, { workspaceId, prospectId }) : null;
  if (!prospect?.ownerId) return null;
  return findRep(db, { workspaceId, repId: prospect.ownerId });
}
