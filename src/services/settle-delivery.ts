import {
  type PlainEnd,
  type Settlement,
  settleClaim,
  settleTogether,
} from '../db/delivery-settlements.ts';
import { blockWorkspace, countClear, countUnclear } from '../db/send-state.ts';
import { backoffMs, type ClaimedDelivery, MAX_FAILURES } from '../domain/delivery.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

/** What became of one attempt. */
export type Outcome =
  | { kind: 'sent'; slackChannelId: string; slackTs: string }
  | { kind: 'skipped'; reason: string }
  /** Slack said "later": the whole workspace waits, and no failure is counted. */
  | { kind: 'rate_limited'; retryAfterMs: number }
  /** Nothing reached Slack, or nothing may at the moment: tried again until the row expires. */
  | { kind: 'later'; error: string }
  /** Too soon for the workspace or the conversation: the same row goes as soon as it may. */
  | { kind: 'paced'; waitMs: number }
  /** Slack may have taken it: nothing is repeated before it has been looked for, where it went. */
  | { kind: 'uncertain'; error: string; slackChannelId?: string }
  /** Our own fault or a refusal nobody knows: tried again, dead after three. */
  | { kind: 'failed'; error: string }
  | { kind: 'dead'; error: string };

export type Attempt = { delivery: ClaimedDelivery; outcome: Outcome };

/** Ends that mean nothing for anybody else may wait for each other. */
export function isPlain({ kind }: Outcome): boolean {
  return kind === 'sent' || kind === 'skipped';
}

/**
 * Writes plain ends in one statement, each under its claim's fence; in the order they were given,
 * false as in `settleDelivery`.
 */
export async function settlePlain(
  { db, now }: DeliveryContext,
  attempts: readonly Attempt[],
): Promise<boolean[]> {
  return settleTogether(db, { ends: attempts.map(plainEnd), finishedAt: now });
}

function plainEnd({ delivery, outcome }: Attempt): PlainEnd {
  const { workspaceId, id, attempts, claimToken } = delivery;
  const fence = { workspaceId, id, attempts, claimToken };
  switch (outcome.kind) {
    case 'sent': {
      const { slackChannelId, slackTs } = outcome;
      return { fence, state: 'sent', slackChannelId, slackTs };
    }
    case 'skipped':
      return { fence, state: 'skipped', reason: outcome.reason };
    default:
      throw new Error(`An attempt that ended ${outcome.kind} is settled by itself.`);
  }
}

/**
 * Writes the outcome under the claim's fence, with what it means for the workspace, in one
 * transaction. False means that the claim was no longer the sender's and nothing was written.
 */
export async function settleDelivery(
  ctx: DeliveryContext,
  { delivery, outcome }: Attempt,
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const settlement = settlementOf(ctx, delivery, outcome);
    if (!(await settleClaim(tx, { fence: delivery, settlement }))) return false;
    await noteAnswer({ ...ctx, db: tx }, delivery.workspaceId, outcome);
    return true;
  });
}

async function noteAnswer(
  { db, timings, machineNow }: DeliveryContext,
  workspaceId: number,
  outcome: Outcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'rate_limited':
      return blockWorkspace(db, { workspaceId, until: after(machineNow, outcome.retryAfterMs) });
    case 'uncertain':
      return countUnclear(db, {
        workspaceId,
        breakerUntil: after(machineNow, timings.breakerMs),
      });
    case 'sent':
      return countClear(db, workspaceId);
    case 'skipped':
    case 'later':
    case 'paced':
    case 'failed':
    case 'dead':
      return;
  }
}

function settlementOf(
  { timings, now, machineNow }: DeliveryContext,
  delivery: ClaimedDelivery,
  outcome: Outcome,
): Settlement {
  const again = (waitMs: number, lastError: string): Settlement => ({
    ...{ state: 'pending', lastError },
    nextAttemptAt: after(machineNow, waitMs),
  });
  const backoff = (attempt: number) => backoffMs(attempt, { timings, chance: Math.random() });
  switch (outcome.kind) {
    case 'sent': {
      const { slackChannelId, slackTs } = outcome;
      const end = { finishedAt: now, reason: null, lastError: null };
      return { state: 'sent', slackChannelId, slackTs, ...end };
    }
    case 'skipped':
      return { state: 'skipped', reason: outcome.reason, finishedAt: now };
    case 'rate_limited':
      return again(outcome.retryAfterMs, 'ratelimited');
    case 'paced':
      return again(outcome.waitMs, 'paced');
    case 'later':
      return again(backoff(delivery.attempts), outcome.error);
    case 'uncertain': {
      const { slackChannelId } = outcome;
      return {
        ...again(timings.firstLookMs, outcome.error),
        ...{ state: 'uncertain', reason: 'unclear_answer', negativeLooks: 0 },
        ...(slackChannelId ? { slackChannelId } : {}),
      };
    }
    case 'failed': {
      const failures = delivery.failures + 1;
      if (failures >= MAX_FAILURES) return dead(outcome.error, now, failures);
      return { ...again(backoff(failures), outcome.error), failures };
    }
    case 'dead':
      return dead(outcome.error, now, delivery.failures + 1);
  }
}

function dead(error: string, now: Date, failures: number): Settlement {
  return { state: 'dead', reason: error, lastError: error, failures, finishedAt: now };
}
