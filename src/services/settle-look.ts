import { type LookSettlement, settleUncertain } from '../db/delivery-repairs.ts';
import type { DeliveryState, UncertainDelivery } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/** What a look into the conversation showed. `blind` is no look: it was refused or incomplete, or the budget had no room and it may soon be tried. */
export type Look =
  | { kind: 'found'; slackChannelId: string; slackTs: string }
  | { kind: 'absent' }
  | { kind: 'blind'; error: string; soon?: boolean };

/**
 * Writes what a look showed. The message is sent again only after two complete looks that did not
 * find it, apart from each other, the second past the horizon; `ctx` is the moment the look began.
 * The answer is the delivery's new state, or null when it had moved on meanwhile.
 */
export async function settleLook(
  ctx: DeliveryContext,
  { delivery, look }: { delivery: UncertainDelivery; look: Look },
): Promise<DeliveryState | null> {
  const settlement = settlementOf(ctx, delivery, look);
  const settled = await settleUncertain(ctx.db, { delivery, settlement });
  return settled ? settlement.state : null;
}

function settlementOf(
  ctx: DeliveryContext,
  delivery: UncertainDelivery,
  look: Look,
): LookSettlement {
  const { now, machineNow, timings } = ctx;
  switch (look.kind) {
    case 'found': {
      const { slackChannelId, slackTs } = look;
      const end = { reason: null, lastError: null, finishedAt: now };
      return { state: 'sent', slackChannelId, slackTs, ...end };
    }
    case 'blind': {
      const lastError = look.error;
      const giveUp = machineNow >= after(delivery.sendStartedAt, timings.giveUpLookingMs);
      if (!giveUp) {
        const wait = look.soon ? timings.historyEveryMs / 4 : timings.lookEveryMs;
        return { state: 'uncertain', lastError, nextAttemptAt: after(machineNow, wait) };
      }
      return { state: 'unconfirmed', reason: look.error, lastError, finishedAt: now };
    }
    case 'absent': {
      if (mayRepeat(ctx, delivery)) {
        return { state: 'pending', reason: null, nextAttemptAt: machineNow, negativeLooks: 0 };
      }
      const negativeLooks = delivery.negativeLooks + 1;
      return { state: 'uncertain', negativeLooks, lastLookAt: machineNow };
    }
  }
}

function mayRepeat(
  { machineNow, timings }: DeliveryContext,
  { negativeLooks, lastLookAt, sendStartedAt }: UncertainDelivery,
): boolean {
  return (
    negativeLooks >= 1 &&
    lastLookAt !== null &&
    machineNow >= after(lastLookAt, timings.betweenLooksMs) &&
    machineNow >= after(sendStartedAt, timings.horizonMs)
  );
}
