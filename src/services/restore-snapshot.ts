import type { ProspectChange } from '../db/prospects.ts';
import { findRep } from '../db/reps.ts';
import { listTouches } from '../db/touches.ts';
import type { Prospect, Standing } from '../domain/prospect.ts';
import { type Snapshot, standingIn } from '../domain/snapshot.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** The change that puts a prospect back where a snapshot saw it. */
export async function changeBackTo(
  ctx: RepContext,
  prospect: Prospect,
  snapshot: Snapshot,
): Promise<ProspectChange> {
  const { ownerId, interest, stoppedChannels, inLine, snoozes, crackNote } = snapshot;
  const standing = await redated(ctx, standingIn(snapshot), ownerId);
  const change = { ownerId, interest, stoppedChannels, inLine, snoozes, crackNote, standing };
  if (snapshot.closedReason !== undefined)
    return { ...change, closedReason: snapshot.closedReason };
  if (standing.status !== 'lost') return change;
  return { ...change, closedReason: await reasonOfLastNo(ctx, prospect) };
}

/** A time is a fixed instant: its day is the one it has where the owner is now. */
async function redated(
  { db, workspaceId }: RepContext,
  standing: Standing,
  ownerId: string | null,
): Promise<Standing> {
  const at = standing.next?.at ?? null;
  if (standing.status !== 'open' || at === null || ownerId === null) return standing;
  const owner = await findRep(db, { workspaceId, repId: ownerId });
  if (owner === null) return standing;
  return { ...standing, next: { ...standing.next, on: localDateOf(at, owner.zone) } };
}

/** Why they said No, as the last No that stands tells it. */
export async function reasonOfLastNo({ db, workspaceId }: RepContext, prospect: Prospect) {
  const touches = await listTouches(db, { workspaceId, prospectId: prospect.id });
  return touches.findLast((touch) => touch.outcome === 'no')?.noReason ?? null;
}
