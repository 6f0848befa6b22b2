import { markSending } from '../db/deliveries.ts';
import { replaceDeliveryItems } from '../db/delivery-items.ts';
import type { ClaimedDelivery, DeliveryItem } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/**
 * Commits the intent to send, with the rows the message will show, before Slack is called. False
 * means the claim has gone to somebody else, and nothing may be sent.
 */
export async function beginSend(
  { db, timings, machineNow }: DeliveryContext,
  input: {
    delivery: ClaimedDelivery;
    slackChannelId: string;
    items: readonly DeliveryItem[];
  },
): Promise<boolean> {
  const { delivery, slackChannelId, items } = input;
  return db.transaction(async (tx) => {
    const leaseUntil = after(machineNow, timings.leaseMs);
    const intent = { fence: delivery, now: machineNow, leaseUntil, slackChannelId };
    if (!(await markSending(tx, intent))) return false;
    const { workspaceId, id: deliveryId } = delivery;
    await replaceDeliveryItems(tx, { workspaceId, deliveryId, items });
    return true;
  });
}
