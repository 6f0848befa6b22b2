import { listTimedSteps, redateStep } from '../db/timed-steps.ts';
import type { Rep } from '../domain/rep.ts';
import { localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';

/**
 * Recomputes the day of each of the rep's next steps that has a time: the instant stays, and its date
 * is the one in the owner's zone. Nothing else of the prospect changes, so it keeps its version.
 */
export async function redateTimedSteps(
  { db, workspaceId }: Pick<WorkspaceContext, 'db' | 'workspaceId'>,
  { owner }: { owner: Pick<Rep, 'id' | 'zone'> },
): Promise<void> {
  for (const { prospectId, at, on } of await listTimedSteps(db, {
    workspaceId,
    ownerId: owner.id,
  })) {
    const ownersDay = localDateOf(at, owner.zone);
    if (ownersDay !== on) await redateStep(db, { workspaceId, prospectId, on: ownersDay });
  }
}
