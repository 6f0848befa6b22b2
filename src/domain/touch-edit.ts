import type { LocalDate } from './local-date.ts';
import type { Entries } from './recall-touch.ts';
import type { Channel, NoReason, Outcome, Touch } from './touch.ts';

/** Parts of a touch that are words or a reason, beside what happened, how and when. */
export const EDITED_PARTS = ['noReason', 'lesson', 'note', 'points'] as const;
export type EditedPart = (typeof EDITED_PARTS)[number];

/** What an edit changed, for the answer the person reads. */
export type TouchEdit = {
  was: { channel: Channel; outcome: Outcome; touchedOn: LocalDate; noReason: NoReason | null };
  parts: EditedPart[];
  /** False when more happened since: only the facts changed, and the next step stays. */
  isLatest: boolean;
};

/** What a touch says, without what the rules made of it. */
export type TouchFacts = Pick<
  Touch,
  'channel' | 'outcome' | 'touchedOn' | 'touchedAt' | 'note' | 'points' | 'noReason' | 'lesson'
>;

/**
 * What a touch says after an edit. The hour is known only while its day stays, or becomes the day it
 * was logged on; a No has a reason, and nothing else has.
 * @example
 * // Logged Tue 17 Nov at 10:00 for Mon 16 Nov; it was on Tuesday after all.
 * factsAfter(touch, { ...entries, touchedOn: '2026-11-17' }, '2026-11-17').touchedAt //=> touch.createdAt
 */
export function factsAfter(touch: Touch, entries: Entries, loggedOn: LocalDate): TouchFacts {
  const { channel, outcome, touchedOn, note, points, noReason, lesson } = entries;
  const sameDay = touchedOn === touch.touchedOn;
  const thatDay = touchedOn === loggedOn ? touch.createdAt : null;
  return {
    ...{ channel, outcome, touchedOn, note, points, lesson },
    touchedAt: sameDay ? touch.touchedAt : thatDay,
    noReason: outcome === 'no' ? noReason : null,
  };
}

/**
 * What became different between a touch and what it says now.
 * @example describeEdit(call, { ...call, note: 'By phone.' }, true).parts //=> ['note']
 */
export function describeEdit(touch: Touch, facts: TouchFacts, isLatest: boolean): TouchEdit {
  const { channel, outcome, touchedOn, noReason } = touch;
  return {
    was: { channel, outcome, touchedOn, noReason },
    parts: EDITED_PARTS.filter((part) => touch[part] !== facts[part]),
    isLatest,
  };
}

/**
 * Whether a touch answered its promise in time: on the promised day or before it, or because they
 * missed our appointment.
 * @example isPromiseKept({ outcome: 'spoke', touchedOn: '2026-11-18', answeredOn: '2026-11-17' }) //=> false
 */
export function isPromiseKept({
  outcome,
  touchedOn,
  answeredOn,
}: {
  outcome: Outcome;
  touchedOn: LocalDate;
  answeredOn: LocalDate;
}): boolean {
  return outcome === 'missed_appointment' || touchedOn <= answeredOn;
}
