import type { LocalDate } from './local-date.ts';

export const CHANNELS = ['call', 'email', 'text', 'social', 'video', 'meeting', 'other'] as const;
/** How we reached out, or they did. */
export type Channel = (typeof CHANNELS)[number];

export const OUTCOMES = [
  'no_answer',
  'sent',
  'spoke',
  'they_got_in_touch',
  'missed_appointment',
  'not_now',
  'wrong_contact',
  'yes',
  'no',
  'stop',
] as const;
/** What happened at a touch. */
export type Outcome = (typeof OUTCOMES)[number];

export const NO_REASONS = [
  'price',
  'timing',
  'competitor',
  'no_need',
  'no_authority',
  'other',
] as const;
export type NoReason = (typeof NO_REASONS)[number];

export const INTERESTS = ['cold', 'warm', 'hot'] as const;
export type Interest = (typeof INTERESTS)[number];

/** A touch as it was logged. */
export type Touch = {
  id: string;
  prospectId: string;
  repId: string;
  channel: Channel;
  outcome: Outcome;
  touchedOn: LocalDate;
  touchedAt: Date | null;
  note: string | null;
  points: string | null;
  noReason: NoReason | null;
  lesson: string | null;
  answeredOn: LocalDate | null;
  answeredPromise: boolean;
  promiseKept: boolean | null;
  scores: boolean;
  editedAt: Date | null;
  createdAt: Date;
};

/** What the rules need to know of a touch. */
export type TouchFact = {
  touchedOn: LocalDate;
  channel: Channel;
  outcome: Outcome;
  repId: string;
};

/**
 * Whether we waited in vain: nobody answered, or a message went out.
 * @example isUnanswered('sent') //=> true
 */
export function isUnanswered(outcome: Outcome): boolean {
  return outcome === 'no_answer' || outcome === 'sent';
}

/**
 * Whether the touch went from us to them, so that its day counts as a contact. A stop or a call of
 * theirs is not our doing.
 * @example isOutbound('they_got_in_touch') //=> false
 */
export function isOutbound(outcome: Outcome): boolean {
  return outcome !== 'they_got_in_touch' && outcome !== 'stop';
}

/** The outcomes a chase ends with. */
export type Ending = Extract<Outcome, 'yes' | 'no' | 'stop'>;

/**
 * Whether the chase ends with this outcome (a stop for one channel keeps it open; see `plan-touch.ts`).
 * @example isEnding('no') //=> true
 */
export function isEnding(outcome: Outcome): outcome is Ending {
  return outcome === 'yes' || outcome === 'no' || outcome === 'stop';
}
