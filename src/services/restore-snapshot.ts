import type { ProspectChange } from '../db/prospects.ts';
import { listTouches } from '../db/touches.ts';
import type { Prospect } from '../domain/prospect.ts';
import { type Snapshot, standingIn } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';

/** The change that puts a prospect back where a snapshot saw it. */
export async function changeBackTo(
  ctx: RepContext,
  prospect: Prospect,
  snapshot: Snapshot,
): Promise<ProspectChange> {
  const { ownerId, interest, stoppedChannels, inLine, snoozes, crackNote } = snapshot;
  const standing = standingIn(snapshot);
  const change = { ownerId, interest, stoppedChannels, inLine, snoozes, crackNote, standing };
  if (snapshot.closedReason !== undefined)
    return { ...change, closedReason: snapshot.closedReason };
  if (standing.status !== 'lost') return change;
  return { ...change, closedReason: await reasonOfLastNo(ctx, prospect) };
}

/** Why they said No, as the last No that stands tells it. */
export async function reasonOfLastNo({ db, workspaceId }: RepContext, prospect: Prospect) {
  const touches = await listTouches(db, { workspaceId, prospectId: prospect.id });
  return touches.findLast((touch) => touch.outcome === 'no')?.noReason ?? null;
}
