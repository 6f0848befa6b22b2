export const DELIVERY_KINDS = [
  'digest',
  'team_post',
  'manager_sweep',
  'friday_summary',
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
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

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
};

export const DELIVERY_TIMINGS: DeliveryTimings = {
  leaseMs: 60_000,
  freshMs: 20_000,
  callMs: 15_000,
  firstLookMs: 90_000,
  lookEveryMs: 120_000,
  horizonMs: 600_000,
  giveUpLookingMs: 1_800_000,
};
