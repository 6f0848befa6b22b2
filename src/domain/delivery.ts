import type { DigestSection } from './digest.ts';
import type { LocalDate } from './local-date.ts';

export const DELIVERY_KINDS = [
  'digest',
  'team_post',
  'manager_sweep',
  'friday_summary',
  'monthly_lessons',
  'promise_reminder',
  'notice',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

export const DELIVERY_STATES = [
  'pending',
  'claimed',
  'sending',
  'uncertain',
  'sent',
  'skipped',
  'expired',
  'dead',
  'unconfirmed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why nothing was sent, as the ledger records it. */
export const SKIP_REASONS = [
  'empty',
  'away',
  'holiday',
  'paused',
  'deactivated',
  'no_channel',
  'changed',
  'switched_off',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A delivery that one sender holds; `claimToken` and `attempts` fence what it writes. */
export type ClaimedDelivery = {
  workspaceId: number;
  id: string;
  kind: DeliveryKind;
  subjectKey: string;
  occurrenceKey: string;
  zone: string;
  dueAt: Date;
  expiresAt: Date;
  attempts: number;
  failures: number;
  claimToken: string;
};

/** A delivery of which nobody knows whether Slack took it. */
export type UncertainDelivery = {
  workspaceId: number;
  id: string;
  kind: DeliveryKind;
  attempts: number;
  negativeLooks: number;
  sendStartedAt: Date;
  lastLookAt: Date | null;
  slackChannelId: string | null;
};

/** A message that stands in Slack and may be redrawn in place. */
export type SentDelivery = {
  workspaceId: number;
  id: string;
  kind: DeliveryKind;
  subjectKey: string;
  occurrenceKey: string;
  zone: string;
  slackChannelId: string;
  slackTs: string;
};

/** A prospect's row as a message drew it. */
export type DeliveryItem = {
  position: number;
  prospectId: string;
  section: DigestSection;
  /** The next step's day when drawn. */
  drawnOn: LocalDate;
  drawnVersion: number;
};

/** A delivery that fails so often by our own fault, or for reasons unknown, is dead. */
export const MAX_FAILURES = 3;

/** A message later than this says so; less is the rhythm of sweeps and of a moved clock. */
export const LATE_AFTER_MINUTES = 30;

/**
 * When a message was planned, if it goes out so late that it has to say so; else null.
 * @example
 * lateSince(new Date('2026-11-17T08:00:00Z'), new Date('2026-11-17T10:40:00Z'))
 * //=> 2026-11-17T08:00:00.000Z
 */
export function lateSince(dueAt: Date, now: Date): Date | null {
  return now.getTime() - dueAt.getTime() > LATE_AFTER_MINUTES * 60_000 ? dueAt : null;
}

/** Machine-time bounds of the delivery machinery, in milliseconds; one value, divided only in tests. */
export type DeliveryTimings = {
  /** A claim or an intent is somebody's for so long. */
  leaseMs: number;
  /** A sender that took longer since its claim stops before it calls. */
  freshMs: number;
  /** The call to Slack is aborted after so long. */
  callMs: number;
  firstLookMs: number;
  lookEveryMs: number;
  /** Nothing unclear is repeated earlier than so long after it was sent. */
  horizonMs: number;
  /** Nothing unclear is looked for longer than this. */
  giveUpLookingMs: number;
  /** Two looks that found nothing count as two only this far apart. */
  betweenLooksMs: number;
  /** One look into a workspace's history in this time: Slack's budget for apps outside its market. */
  historyEveryMs: number;
  /** So many looks may follow each other at once. */
  historyBurst: number;
  /** First wait after an attempt that did not reach Slack; doubles up to the cap. */
  backoffMs: number;
  backoffCapMs: number;
  /** A workspace whose answers stay unclear is left alone for so long. */
  breakerMs: number;
  /** A workspace may send so many at once, and then one in this time. */
  sendBurst: number;
  sendEveryMs: number;
  /** One message in this time into one conversation: Slack's limit. */
  channelEveryMs: number;
  /** A crowd of one workspace that is due in one minute sets out over so long. */
  spreadMs: number;
};

export const DELIVERY_TIMINGS: DeliveryTimings = {
  leaseMs: 60_000,
  freshMs: 20_000,
  callMs: 15_000,
  firstLookMs: 90_000,
  lookEveryMs: 120_000,
  horizonMs: 600_000,
  giveUpLookingMs: 1_800_000,
  betweenLooksMs: 60_000,
  historyEveryMs: 60_000,
  historyBurst: 1,
  backoffMs: 5_000,
  backoffCapMs: 600_000,
  breakerMs: 60_000,
  sendBurst: 10,
  sendEveryMs: 250,
  channelEveryMs: 1_000,
  spreadMs: 60_000,
};

/**
 * For an app that a company made for itself, with one workspace's token: Slack lets it look into
 * histories fifty times a minute, not once, so that hardly anything stays unconfirmed.
 */
export const INTERNAL_APP_TIMINGS: DeliveryTimings = {
  ...DELIVERY_TIMINGS,
  historyEveryMs: 1_500,
  historyBurst: 20,
};

/** For a Slack without limits: nothing waits for a pace. */
export const UNPACED = { sendBurst: 10_000, sendEveryMs: 1, channelEveryMs: 0, spreadMs: 0 };

/** More than so many of one workspace in one minute are a crowd. */
const CROWD = 60;

/**
 * How long after its time a delivery of a crowd sets out: spread by its subject, so that the same rep
 * always has the same place.
 * @example
 * spreadDelayMs('rep:5f0c', { crowd: 60, spreadMs: 60_000 }) //=> 0
 */
export function spreadDelayMs(
  subjectKey: string,
  { crowd, spreadMs }: { crowd: number; spreadMs: number },
): number {
  if (crowd <= CROWD) return 0;
  let hash = 0;
  for (const letter of subjectKey) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash % Math.max(spreadMs, 1);
}

/**
 * How long to wait before the next attempt: doubling from the first wait, capped, with full jitter
 * down to a fifth of the first wait. `chance` is a random number from 0 to 1.
 * @example backoffMs(3, { timings: DELIVERY_TIMINGS, chance: 0.5 }) //=> 10_000
 */
export function backoffMs(
  attempt: number,
  { timings, chance }: { timings: DeliveryTimings; chance: number },
): number {
  const ceiling = Math.min(
    timings.backoffCapMs,
    timings.backoffMs * 2 ** Math.min(Math.max(attempt - 1, 0), 20),
  );
  return Math.max(timings.backoffMs / 5, chance * ceiling);
}
