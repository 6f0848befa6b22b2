import { replaceAnnounced } from '../db/announced-cracks.ts';
import {
  findLastSendInto,
  type Intent,
  markSending,
  type Pace,
  beginTogether as writeTogether,
} from '../db/delivery-intents.ts';
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

/** The intents of first attempts have nothing of an earlier one to replace, and may be written together. */
export function isFirst({ delivery, announces }: WantedSend): boolean {
  return delivery.attempts === 1 && !announces;
}

/**
 * Commits the intents of first attempts together, before Slack is called for any of them; answers for
 * each whether it was begun. Of one that was not nothing is written, and `beginSend` tells why.
 */
export async function beginTogether(
  ctx: DeliveryContext,
  wanted: readonly WantedSend[],
): Promise<boolean[]> {
  return writeTogether(ctx.db, { intents: wanted.map(intentOf), pace: paceOf(ctx) });
}

/**
 * Commits the intent to send, with the rows the message will show, before Slack is called, and takes
 * the message from the workspace's allowance: what is skipped costs none, and what waits for its
 * conversation costs none either.
 */
export async function beginSend(
  ctx: DeliveryContext,
  { announces, ...wanted }: WantedSend,
): Promise<Beginning> {
  const { fence, slackChannelId, items } = intentOf(wanted);
  const { workspaceId, id } = fence;
  const { now, leaseUntil, allowance, channelEveryMs } = paceOf(ctx);
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
    const marked = await markSending(tx, { fence, now, leaseUntil, slackChannelId });
    if (!marked) return { kind: 'lost' };
    await replaceDeliveryItems(tx, { workspaceId, deliveryId: id, items });
    if (announces) await replaceAnnounced(tx, { workspaceId, ...announces, now: ctx.now });
    return { kind: 'begun' };
  });
}

function intentOf({ delivery, slackChannelId, items }: Omit<WantedSend, 'announces'>): Intent {
  return { fence: delivery, slackChannelId, items };
}

function paceOf({ timings, machineNow }: DeliveryContext): Pace {
  return {
    now: machineNow,
    leaseUntil: after(machineNow, timings.leaseMs),
    allowance: { burst: timings.sendBurst, everyMs: timings.sendEveryMs },
    channelEveryMs: timings.channelEveryMs,
  };
}
