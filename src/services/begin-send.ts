import { replaceAnnounced } from '../db/announced-cracks.ts';
import { beginAlone, findLastSendInto, type Intent, markSending } from '../db/delivery-intents.ts';
import { replaceDeliveryItems } from '../db/delivery-items.ts';
import { lockSendState, takeSend } from '../db/send-state.ts';
import type { Announcement } from '../domain/cracks.ts';
import type { ClaimedDelivery, DeliveryItem } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/** Begun; or the claim has gone to somebody else; or it is too soon for another message there. */
export type Beginning = { kind: 'begun' } | { kind: 'lost' } | { kind: 'paced'; waitMs: number };

export type WantedSend = {
  delivery: ClaimedDelivery;
  slackChannelId: string;
  items: readonly DeliveryItem[];
  /** What the message says goes to the manager: kept with it, for only that is listed there. */
  announces?: Announcement | undefined;
};

/**
 * Commits the intent to send, with the rows the message will show, before Slack is called, and takes
 * the message from the workspace's allowance: what is skipped costs none, and what waits for its
 * conversation costs none either.
 */
export async function beginSend(
  ctx: DeliveryContext,
  { delivery, slackChannelId, items, announces }: WantedSend,
): Promise<Beginning> {
  const { timings, machineNow } = ctx;
  const intent: Intent = {
    ...{ fence: delivery, now: machineNow, slackChannelId, items },
    leaseUntil: after(machineNow, timings.leaseMs),
    allowance: { burst: timings.sendBurst, everyMs: timings.sendEveryMs },
    channelEveryMs: timings.channelEveryMs,
  };
  // A later attempt may have rows of an earlier one to replace, and an announcement may as well.
  const isFirst = delivery.attempts === 1 && !announces;
  if (isFirst && (await beginAlone(ctx.db, intent))) return { kind: 'begun' };
  return beginUnderLock(ctx, { intent, announces });
}

async function beginUnderLock(
  ctx: DeliveryContext,
  { intent, announces }: { intent: Intent } & Pick<WantedSend, 'announces'>,
): Promise<Beginning> {
  const { fence, now, slackChannelId, items, allowance, channelEveryMs } = intent;
  const { workspaceId, id } = fence;
  return ctx.db.transaction(async (tx) => {
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
    if (announces) await replaceAnnounced(tx, { workspaceId, ...announces, now: ctx.now });
    return { kind: 'begun' };
  });
}
