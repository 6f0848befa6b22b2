import { replaceAnnounced } from '../db/announced-cracks.ts';
import { findLastSendInto, markSending } from '../db/deliveries.ts';
import { replaceDeliveryItems } from '../db/delivery-items.ts';
import { takeSend } from '../db/send-state.ts';
import type { Announcement } from '../domain/cracks.ts';
import type { ClaimedDelivery, DeliveryItem } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/** Begun; or the claim has gone to somebody else; or it is too soon for another message there. */
export type Beginning = { kind: 'begun' } | { kind: 'lost' } | { kind: 'paced'; waitMs: number };

/**
 * Commits the intent to send, with the rows the message will show, before Slack is called, and takes
 * the message from the workspace's allowance: what is skipped costs none.
 */
export async function beginSend(
  ctx: DeliveryContext,
  input: {
    delivery: ClaimedDelivery;
    slackChannelId: string;
    items: readonly DeliveryItem[];
    /** What the message says goes to the manager: kept with it, for only that is listed there. */
    announces?: Announcement | undefined;
  },
): Promise<Beginning> {
  const { timings, machineNow } = ctx;
  const { delivery, slackChannelId, items, announces } = input;
  return ctx.db.transaction(async (tx) => {
    const { workspaceId, id: deliveryId } = delivery;
    const allowance = { burst: timings.sendBurst, everyMs: timings.sendEveryMs };
    // Holds the workspace's row, so that the newest send into a conversation is seen by the next.
    if (!(await takeSend(tx, { workspaceId, now: machineNow, ...allowance }))) {
      return { kind: 'paced', waitMs: timings.sendEveryMs };
    }
    const waitMs = await channelWait({ ...ctx, db: tx }, { delivery, slackChannelId });
    if (waitMs > 0) return { kind: 'paced', waitMs };
    const leaseUntil = after(machineNow, timings.leaseMs);
    const intent = { fence: delivery, now: machineNow, leaseUntil, slackChannelId };
    if (!(await markSending(tx, intent))) return { kind: 'lost' };
    await replaceDeliveryItems(tx, { workspaceId, deliveryId, items });
    if (announces) await replaceAnnounced(tx, { workspaceId, ...announces, now: ctx.now });
    return { kind: 'begun' };
  });
}

/** Slack takes one message a second into a conversation. */
async function channelWait(
  { db, timings, machineNow }: DeliveryContext,
  { delivery, slackChannelId }: { delivery: ClaimedDelivery; slackChannelId: string },
): Promise<number> {
  const { workspaceId, id } = delivery;
  const last = await findLastSendInto(db, { workspaceId, id, slackChannelId });
  if (last === null) return 0;
  return last.getTime() + timings.channelEveryMs - machineNow.getTime();
}
