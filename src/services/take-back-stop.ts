import { deleteSuppressions } from '../db/suppressions.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { unblockSamePerson } from './block-same-person.ts';
import type { RepContext } from './context.ts';
import { resumeSamePerson } from './stop-same-person.ts';

/**
 * Takes back what a stop did when its touch is undone or turns out to have been no stop; one that came
 * before it, or under another entry, still holds. `prospect` is as the stop left it.
 */
export async function takeBackStop(
  ctx: RepContext,
  { prospect, before, touchId }: { prospect: Prospect; before: Snapshot; touchId: string },
): Promise<void> {
  await unblockSamePerson(ctx, { prospect, touchId });
  if (prospect.standing.status !== 'stopped' || before.status === 'stopped') return;
  if (!(await resumeSamePerson(ctx, { prospect, touchId }))) return;
  await deleteSuppressions(ctx.db, { workspaceId: ctx.workspaceId, prospectId: prospect.id });
}
