import type { WebClient } from '@slack/web-api';
import type { UncertainDelivery } from '../../domain/delivery.ts';
import { type DeliveryContext, deliveryContext } from '../../services/delivery-context.ts';
import { createTurns } from '../../services/gathering.ts';
import { type Look, settleLook } from '../../services/settle-look.ts';
import { mayLook, takeLooks } from '../../services/take-looks.ts';
import { classifyFailure } from './classify-answer.ts';
import { METADATA_EVENT } from './render.ts';
import type { SenderDeps } from './sender-deps.ts';

/** Slack's clock and ours may differ a little. */
const SKEW_MS = 60_000;
/** What Slack gives at a time to apps outside its market. */
const HISTORY_LIMIT = 15;

/**
 * Looks for every delivery whose fate is uncertain and whose look is due; answers how many. Those of a
 * workspace follow each other, for they share its budget; no workspace waits for another's Slack.
 */
export async function reconcile(deps: SenderDeps): Promise<number> {
  const uncertain = await takeLooks(await deliveryContext(deps));
  const inTurn = createTurns<number>();
  await Promise.all(
    uncertain.map((delivery) => inTurn(delivery.workspaceId, () => lookAlone(deps, delivery))),
  );
  return uncertain.length;
}

/** Whatever goes wrong with one look: the next is already planned, and the others go on. */
async function lookAlone(deps: SenderDeps, delivery: UncertainDelivery): Promise<void> {
  const { workspaceId, id: deliveryId } = delivery;
  try {
    const error = await look(deps, delivery);
    if (error) deps.onTrouble({ kind: 'unconfirmed', workspaceId, deliveryId, error });
  } catch (cause) {
    const error = cause instanceof Error ? cause.name : 'unknown';
    deps.onTrouble({ kind: 'look_failed', workspaceId, deliveryId, error });
  }
}

/** One look and what it means; answers why, when the delivery is given up. */
async function look(deps: SenderDeps, delivery: UncertainDelivery): Promise<string | null> {
  const ctx = await deliveryContext(deps);
  const seen = await lookFor(deps, ctx, delivery);
  const state = await settleLook(ctx, { delivery, look: seen });
  return state === 'unconfirmed' && seen.kind === 'blind' ? seen.error : null;
}

async function lookFor(
  deps: SenderDeps,
  ctx: DeliveryContext,
  delivery: UncertainDelivery,
): Promise<Look> {
  const { workspaceId, slackChannelId } = delivery;
  // A message that went to a user's id went to a channel we do not know.
  if (!slackChannelId || /^[UW]/.test(slackChannelId))
    return { kind: 'blind', error: 'no_channel' };
  const client = await deps.clients.clientOf(workspaceId);
  if (!client) return { kind: 'blind', error: 'no_token' };
  if (!(await mayLook(ctx, { workspaceId }))) {
    return { kind: 'blind', error: 'history_budget', soon: true };
  }
  return lookIntoHistory(client, delivery, slackChannelId);
}

async function lookIntoHistory(
  client: WebClient,
  delivery: UncertainDelivery,
  slackChannelId: string,
): Promise<Look> {
  try {
    const page = await client.conversations.history({
      channel: slackChannelId,
      oldest: ((delivery.sendStartedAt.getTime() - SKEW_MS) / 1000).toFixed(6),
      limit: HISTORY_LIMIT,
      include_all_metadata: true,
    });
    const found = (page.messages ?? []).flatMap(({ ts, metadata }) =>
      ts && isOf(delivery, metadata) ? [ts] : [],
    );
    const [first, ...repeats] = found.sort();
    if (first) {
      await deleteRepeats(client, slackChannelId, repeats);
      return { kind: 'found', slackChannelId, slackTs: first };
    }
    return page.has_more ? { kind: 'blind', error: 'more_than_a_page' } : { kind: 'absent' };
  } catch (error) {
    const answer = classifyFailure(error);
    return { kind: 'blind', error: 'error' in answer ? answer.error : answer.kind };
  }
}

/** A message that a frozen process wrote after all goes again; when that fails it merely stands twice. */
async function deleteRepeats(client: WebClient, channel: string, repeats: string[]): Promise<void> {
  await Promise.allSettled(repeats.map((ts) => client.chat.delete({ channel, ts })));
}

function isOf({ id }: UncertainDelivery, metadata: unknown): boolean {
  const { event_type, event_payload } = (metadata ?? {}) as {
    event_type?: unknown;
    event_payload?: { d?: unknown };
  };
  return event_type === METADATA_EVENT && event_payload?.d === id;
}
