import { beginAlone, findLastSendInto, type Intent, markSending } from '../db/delivery-intents.ts';
import { replaceDeliveryItems } from '../db/delivery-items.ts';
import { lockSendState, takeSend } from '../db/send-state.ts';
import type { ClaimedDelivery, DeliveryItem } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/** Begun; or the claim has gone to somebody else; or it is too soon for another message there. */
export type Beginning = { kind: 'begun' } | { kind: 'lost' } | { kind: 'paced'; waitMs: number };

export type WantedSend = {
  delivery: ClaimedDelivery;
  slackChannelId: string;
  items: readonly DeliveryItem[];
};

/**
 * Commits the intent to send, with the rows the message will show, before Slack is called, and takes
 * the message from the workspace's allowance: what is skipped costs none, and what waits for its
 * conversation costs none either.
 */
export async function beginSend(
  { db, timings, machineNow }: DeliveryContext,
  { delivery, slackChannelId, items }: WantedSend,
): Promise<Beginning> {
  const intent: Intent = {
    ...{ fence: delivery, now: machineNow, slackChannelId, items },
    leaseUntil: after(machineNow, timings.leaseMs),
    allowance: { burst: timings.sendBurst, everyMs: timings.sendEveryMs },
    channelEveryMs: timings.channelEveryMs,
  };
  // A later attempt may have rows of an earlier one to replace.
  if (delivery.attempts === 1 && (await beginAlone(db, intent))) return { kind: 'begun' };
  return beginUnderLock(db, intent);
}

async function beginUnderLock(db: DeliveryContext['db'], intent: Intent): Promise<Beginning> {
  const { fence, now, slackChannelId, items, allowance, channelEveryMs } = intent;
  const { workspaceId, id } = fence;
  return db.transaction(async (tx) => {
    // So that the newest send into a conversation is seen by the next.
    await lockSendState(tx, workspaceId);
    const last = await findLastSendInto(tx, { workspaceId, id, slackChannelId });
    // Slack takes one message a second into a conversation.
    const waitMs = last === null ? 0 : last.getTime() + channelEveryMs - now.getTime();
    if (waitMs > 0) return { kind: 'paced', waitMs };
    if (!(await takeSend(tx, { workspaceId, now, ...allowance }))) {
      return { kind: 'paced', waitMs: allowance.everyMs };
    }
    if (!(await markSending(tx, intent))) return { kind: 'lost' };
    await replaceDeliveryItems(tx, { workspaceId, deliveryId: id, items });
    return { kind: 'begun' };
  });
}
