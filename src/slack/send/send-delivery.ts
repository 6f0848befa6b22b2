/**
 * What a crash leaves behind. Everything before the intent may be repeated, so a crash there costs the
 * lease and nothing else. The intent, alone or with others that are ready in the same moment, is
 * committed before the call; from then until the outcome is committed nobody knows what Slack has seen,
 * so a crash leaves the row to the reconciler, which looks before anything is repeated and repeats
 * nothing where it cannot look. A process that slept since its claim stops before it calls, and every
 * write names the claim, so that a sleeper cannot overwrite what others did meanwhile.
 */

import type { WebClient } from '@slack/web-api';
import { type ClaimedDelivery, lateSince, MAX_FAILURES } from '../../domain/delivery.ts';
import { findUnavailable } from '../../domain/errors.ts';
import type { Gate } from '../../services/check-gates.ts';
import type { DeliveryContext } from '../../services/delivery-context.ts';
import type { LedgerDesk } from '../../services/ledger-desk.ts';
import type { Outcome } from '../../services/settle-delivery.ts';
import { type Destination, findDm, openDm } from './find-destination.ts';
import { outcomeOf, report } from './outcome-of.ts';
import { postMessage } from './post-message.ts';
import type { Rendered } from './render.ts';
import type { SenderDeps } from './sender-deps.ts';
import type { Stopwatch } from './stopwatch.ts';

type Message = Extract<Rendered, { kind: 'message' }>;
type Ready = { kind: 'ready'; client: WebClient; message: Message; place: Place };
type Place = Extract<Destination, { kind: 'channel' }>;

/** A claimed delivery with what was read when it was claimed, and where to write what becomes of it. */
export type Assignment = {
  delivery: ClaimedDelivery;
  gate: Gate;
  /** The moment of the claim. */
  ctx: DeliveryContext;
  watch: Stopwatch;
  desk: LedgerDesk;
};

/** Too long after the claim for a call: somebody else may have it by now. */
export const STALE_CLAIM: Outcome = { kind: 'later', error: 'stale_claim' };

/**
 * Sends one claimed delivery: gate, render, intent, call, settle. The answer is the outcome, or null
 * when the claim was lost.
 */
export async function sendDelivery(
  deps: SenderDeps,
  assignment: Assignment,
): Promise<Outcome | null> {
  const { delivery, watch, desk } = assignment;
  const prepared = await prepare(deps, assignment);
  if (prepared.kind !== 'ready') return settle(deps, assignment, prepared);
  const tooLate = () => watch.elapsedMs() > deps.timings.freshMs;
  if (tooLate()) return settle(deps, assignment, STALE_CLAIM);

  const { slackChannelId } = prepared.place;
  const { items = [], announces } = prepared.message;
  const beginning = await desk.begin({ delivery, slackChannelId, items, announces });
  if (beginning.kind === 'lost') return null;
  if (beginning.kind === 'paced') return settle(deps, assignment, beginning);
  const outcome = tooLate() ? STALE_CLAIM : await call(deps, delivery, prepared);
  return settle(deps, assignment, outcome);
}

async function prepare(
  deps: SenderDeps,
  { delivery, gate, ctx }: Assignment,
): Promise<Ready | Outcome> {
  if (gate.kind === 'skip') return { kind: 'skipped', reason: gate.reason };
  if (gate.kind === 'wait') return { kind: 'later', error: gate.why };
  const rendered = await render(deps, delivery, ctx.now);
  if (rendered.kind === 'skip') return { kind: 'skipped', reason: rendered.reason };
  if (rendered.kind !== 'message') return rendered;
  const client = await deps.clients.clientOf(delivery.workspaceId);
  if (!client) return { kind: 'later', error: 'no_token' };

  const place = await findPlace(deps, client, { delivery, ctx, message: rendered });
  if (place.kind === 'channel') return { kind: 'ready', client, message: rendered, place };
  if (place.kind === 'deactivated') {
    report(deps, delivery, { kind: 'recipient_gone', error: 'deactivated' });
    return { kind: 'skipped', reason: 'deactivated' };
  }
  return outcomeOf(deps, { delivery, client, answer: place.answer });
}

/**
 * A delivery whose content cannot be built is its own misfortune: it is counted and nobody else waits.
 * A database that went away meanwhile is not the delivery's fault and is not counted.
 */
async function render(
  { renderers }: SenderDeps,
  delivery: ClaimedDelivery,
  now: Date,
): Promise<Rendered | Extract<Outcome, { kind: 'failed' | 'later' }>> {
  try {
    const renderer = renderers[delivery.kind];
    if (!renderer) return { kind: 'failed', error: 'render: no renderer' };
    return await renderer(delivery, { now, lateSince: lateSince(delivery.dueAt, now) });
  } catch (error) {
    // A database that is away or too slow is no fault of this delivery, and passes.
    if (findUnavailable(error)) return { kind: 'later', error: 'render: database' };
    const name = error instanceof Error ? error.name : 'unknown';
    return { kind: 'failed', error: `render: ${name}` };
  }
}

async function findPlace(
  deps: SenderDeps,
  client: WebClient,
  { delivery, ctx, message }: Pick<Assignment, 'delivery' | 'ctx'> & { message: Message },
): Promise<Destination> {
  if ('slackChannelId' in message.to) {
    return { kind: 'channel', slackChannelId: message.to.slackChannelId, dm: null };
  }
  const { slackUserId } = message.to;
  return findDm(deps, client, { ctx, workspaceId: delivery.workspaceId, slackUserId });
}

/** Calls Slack, and once more where the refusal was clear and has a remedy. */
async function call(
  deps: SenderDeps,
  delivery: ClaimedDelivery,
  { client, message, place }: Ready,
): Promise<Outcome> {
  const post = { deliveryId: delivery.id, slackChannelId: place.slackChannelId, content: message };
  const answer = await postMessage(client, post);
  if (answer.kind === 'our_bug') {
    const compact = await postMessage(client, { ...post, content: message.compact() });
    return outcomeOf(deps, { delivery, client, answer: compact });
  }
  const dmIsLost = answer.kind === 'destination' && answer.error === 'channel_not_found';
  if (!dmIsLost || 'slackChannelId' in message.to) {
    return outcomeOf(deps, { delivery, client, answer });
  }
  const person = { workspaceId: delivery.workspaceId, ...message.to, rep: place.dm };
  const reopened = await openDm(deps, client, person);
  if (reopened.kind !== 'channel') return outcomeOf(deps, { delivery, client, answer });
  const { slackChannelId } = reopened;
  const again = await postMessage(client, { ...post, slackChannelId });
  const outcome = await outcomeOf(deps, { delivery, client, answer: again });
  return outcome.kind === 'uncertain' ? { ...outcome, slackChannelId } : outcome;
}

async function settle(
  deps: SenderDeps,
  { delivery, desk }: Assignment,
  outcome: Outcome,
): Promise<Outcome | null> {
  if (!(await desk.settle({ delivery, outcome }))) return null;
  const last = outcome.kind === 'failed' && delivery.failures + 1 >= MAX_FAILURES;
  if (last || outcome.kind === 'dead') {
    report(deps, delivery, { kind: 'delivery_dead', error: outcome.error });
  }
  return outcome;
}
