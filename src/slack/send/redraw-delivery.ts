import { deliveryContext } from '../../services/delivery-context.ts';
import {
  type DeliveryKey,
  endTurn,
  type HeldTurn,
  listRedraws,
  postponeTurn,
  takeTurn,
} from '../../services/redraw-turns.ts';
import { classifyFailure } from './classify-answer.ts';
import type { Content } from './render.ts';
import type { SenderDeps } from './sender-deps.ts';

/** Changes that come while a message is being drawn are drawn by the same holder, so many times at most. */
const ROUNDS = 5;
const RETRY_MS = 15_000;

/**
 * Redraws a sent message in place, if `requestRedraw` asked for it. One process draws at a time, and
 * it draws again when something changed meanwhile, so that the last thing drawn is the newest. What
 * fails is tried again by a later sweep.
 */
export async function redrawDelivery(deps: SenderDeps, key: DeliveryKey): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const turn = await takeTurn(await deliveryContext(deps), key);
    if (!turn) return;
    const wait = await draw(deps, turn);
    const ctx = await deliveryContext(deps);
    if (wait !== null) return postponeTurn(ctx, { turn, waitMs: wait });
    await endTurn(ctx, turn);
  }
}

/** Draws what was asked for: in one workspace, or everywhere what did not happen because a process died. */
export async function redrawWanted(
  deps: SenderDeps,
  scope: { workspaceId?: number } = {},
): Promise<void> {
  for (const key of await listRedraws(await deliveryContext(deps), scope)) {
    await redrawDelivery(deps, key);
  }
}

/** Null when the message shows what it should or never can; else the time to wait before trying again. */
async function draw(deps: SenderDeps, turn: HeldTurn): Promise<number | null> {
  const content = await build(deps, turn);
  if (content === 'failed') return RETRY_MS;
  if (content === null) return null;
  const client = await deps.clients.clientOf(turn.workspaceId);
  if (!client) return RETRY_MS;
  try {
    await client.chat.update({ channel: turn.slackChannelId, ts: turn.slackTs, ...content });
    return null;
  } catch (error) {
    const answer = classifyFailure(error);
    if (answer.kind === 'rate_limited') return answer.retryAfterMs;
    const mayPass = answer.kind === 'not_sent' || answer.kind === 'unclear';
    return mayPass ? RETRY_MS : null;
  }
}

async function build(deps: SenderDeps, turn: HeldTurn): Promise<Content | null | 'failed'> {
  try {
    const { now } = await deliveryContext(deps);
    return (await deps.redrawers[turn.kind]?.(turn, { now })) ?? null;
  } catch (error) {
    const { workspaceId, id: deliveryId, subjectKey } = turn;
    const name = error instanceof Error ? error.name : 'unknown';
    deps.onTrouble({ kind: 'redraw_failed', workspaceId, deliveryId, subjectKey, error: name });
    return 'failed';
  }
}
