import type { LocalDate } from './local-date.ts';
import type { NextStep, Prospect, Rule } from './prospect.ts';
import type { Channel, Interest, NoReason, Outcome, Touch } from './touch.ts';
import { type LocalTime, localDateOf, localTimeOf } from './zone.ts';

/** What was entered when a touch was logged. */
export type Entries = {
  outcome: Outcome;
  channel: Channel;
  touchedOn: LocalDate;
  note: string | null;
  points: string | null;
  noReason: NoReason | null;
  lesson: string | null;
  interest: Interest | null;
  revisitOn: LocalDate | null;
  stopChannel: Channel | null;
  nextStep: string | null;
  nextOn: LocalDate | null;
  nextTime: LocalTime | null;
  agreed: boolean;
};

/** Rules of a next step whose date a person gave; other dates are the cadence's to propose again. */
const GIVEN: readonly Rule['kind'][] = ['agreed', 'picked', 'not_now'];
const NO_STEP = { nextStep: null, nextOn: null, nextTime: null, agreed: false };

/**
 * What was entered when the latest touch of a prospect was logged, as far as the prospect still shows
 * it; days and times are those of the zone.
 * @example
 * recallEntries(touch, dana, 'Europe/Berlin').nextOn //=> '2026-11-19' when it was chosen, else null
 */
export function recallEntries(touch: Touch, prospect: Prospect, zone: string): Entries {
  const { outcome, channel, touchedOn, note, points, noReason, lesson } = touch;
  const { next, status, revisitOn } = prospect.standing;
  return {
    ...{ outcome, channel, touchedOn, note, points, noReason, lesson },
    interest: prospect.interest,
    revisitOn,
    stopChannel: outcome === 'stop' && status !== 'stopped' ? channel : null,
    // A touch that answered no next step left an older promise standing: that date is not its own.
    ...(next && touch.answeredOn !== null ? stepEntries(next, zone) : NO_STEP),
  };
}

function stepEntries(next: NextStep, zone: string) {
  if (!GIVEN.includes(next.rule.kind)) return { ...NO_STEP, nextStep: next.step };
  return {
    nextStep: next.step,
    nextOn: next.at ? localDateOf(next.at, zone) : next.on,
    nextTime: next.at ? localTimeOf(next.at, zone) : null,
    agreed: next.promised,
  };
}

/**
 * Whether two ways of telling a touch lead to the same plan: only what its outcome asks for counts, and
 * words do not.
 * @example isSamePlan({ ...told, note: 'By phone.' }, told) //=> true
 */
export function isSamePlan(a: Entries, b: Entries): boolean {
  return JSON.stringify(planOf(a)) === JSON.stringify(planOf(b));
}

function planOf(entries: Entries) {
  const { outcome, channel, touchedOn, interest, nextStep, nextOn, nextTime, agreed } = entries;
  const facts = [outcome, channel, touchedOn, interest];
  switch (outcome) {
    case 'yes':
      return [...facts, entries.revisitOn];
    case 'no':
      return [...facts, entries.revisitOn, entries.noReason];
    case 'stop':
      return [...facts, entries.stopChannel];
    case 'not_now':
      return [...facts, nextStep, nextOn];
    default:
      return [...facts, nextStep, nextOn, nextTime, agreed];
  }
}
