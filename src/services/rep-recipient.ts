import { findRepBySlackUser, updateRep } from '../db/reps.ts';
import type { Rep } from '../domain/rep.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { planOwnerGone } from './plan-owner-gone.ts';
import { syncRepSchedule } from './sync-schedules.ts';

type Key = { workspaceId: number; slackUserId: string };

export async function findRecipient({ db }: DeliveryContext, key: Key): Promise<Rep | null> {
  return findRepBySlackUser(db, key);
}

/** Keeps the channel of the direct message with a rep; null forgets one that Slack no longer knows. */
export async function rememberDm(
  { db }: DeliveryContext,
  {
    workspaceId,
    repId,
    slackDmId,
  }: { workspaceId: number; repId: string; slackDmId: string | null },
): Promise<void> {
  await updateRep(db, { workspaceId, repId, change: { slackDmId } });
}

/**
 * Notes that Slack deactivated a rep, ends their digest and has their managers told. Their prospects
 * stay theirs on record.
 */
export async function markDeactivated(
  { db, now }: DeliveryContext,
  { workspaceId, repId }: { workspaceId: number; repId: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const change = { deactivatedAt: now };
    const rep = await updateRep(tx, { workspaceId, repId, change });
    if (!rep) return;
    await syncRepSchedule({ db: tx, workspaceId, now }, rep);
    await planOwnerGone({ db: tx, workspaceId, now }, rep);
  });
}
