import type { CadenceNumbers } from './cadence-numbers.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import type { Rule } from './prospect.ts';
import { type WorkCalendar, workingDaysBetween } from './working-days.ts';

export const CRACK_KINDS = [
  'promise_missed',
  'slipping',
  'snoozed',
  'untouched',
  'owner_gone',
] as const;
export type CrackKind = (typeof CRACK_KINDS)[number];

/** Why a prospect is about to fall through, worst first as in `CRACK_KINDS`. */
export type Crack =
  | { kind: 'promise_missed'; since: LocalDate }
  | { kind: 'slipping'; workingDays: number }
  | { kind: 'snoozed'; times: number }
  /** Calendar days since the last contact. */
  | { kind: 'untouched'; days: number }
  | { kind: 'owner_gone' };

/** What the cracks want to know of an open prospect that is not in line. */
export type CrackFacts = {
  promised: boolean;
  nextOn: LocalDate;
  rule: Rule;
  snoozes: number;
  /** The last touch; before any, the day the chase began, and after a re-opening at least that day. */
  lastContactOn: LocalDate;
  /** The day its owner's digests offered it for the second time; null while they have not. */
  slippingSince: LocalDate | null;
  ownerGone: boolean;
};

/** Slipping for longer than so many working days, or snoozed so often, is for the manager to see. */
const SLIPPING_WORKING_DAYS = 5;
const SNOOZES = 3;

/**
 * The worst crack of an open prospect, or null: a promise whose day is over; slipping for more than 5
 * of the owner's working days; snoozed 3 times or more; no touch in twice the gap the cadence chose for
 * the current step; the owner gone. The gap is working days, in nurture calendar days; a step somebody
 * dated themselves has the cadence's longest wait, and a promise waits for its day.
 * @example
 * // Called on Mon 2 Nov 2026, no answer, wait 2: on Tue 10 Nov, 6 working days on, it is untouched.
 * findCrack({ rule: { kind: 'unanswered', inARow: 1, wait: 2 }, lastContactOn: '2026-11-02', … },
 *   { today: '2026-11-10', calendar, numbers }) //=> { kind: 'untouched', days: 8 }
 */
export function findCrack(
  facts: CrackFacts,
  {
    today,
    calendar,
    numbers,
  }: { today: LocalDate; calendar: WorkCalendar; numbers: CadenceNumbers },
): Crack | null {
  const { promised, nextOn, snoozes, slippingSince } = facts;
  if (promised && nextOn < today) return { kind: 'promise_missed', since: nextOn };
  const slipped = slippingSince === null ? 0 : workingDaysBetween(slippingSince, today, calendar);
  if (slipped > SLIPPING_WORKING_DAYS) return { kind: 'slipping', workingDays: slipped };
  if (snoozes >= SNOOZES) return { kind: 'snoozed', times: snoozes };
  const days = daysBetween(facts.lastContactOn, today);
  const gap = gapOf(facts, numbers);
  const waited =
    gap?.unit === 'days' ? days : workingDaysBetween(facts.lastContactOn, today, calendar);
  if (gap && waited > 2 * gap.count) return { kind: 'untouched', days };
  return facts.ownerGone ? { kind: 'owner_gone' } : null;
}

type Gap = { unit: 'days' | 'working_days'; count: number };

function gapOf({ promised, rule }: CrackFacts, numbers: CadenceNumbers): Gap | null {
  if (promised) return null;
  switch (rule.kind) {
    case 'nurture':
      return { unit: 'days', count: rule.days };
    case 'unanswered':
    case 'conversation':
    case 'wrong_contact':
      return { unit: 'working_days', count: rule.wait };
    case 'missed_appointment':
      return { unit: 'working_days', count: 1 };
    case 'new':
    case 'imported':
    case 'not_now':
    case 'agreed':
    case 'picked':
    case 'snoozed':
    case 'reopened':
    case 'lifted':
      return { unit: 'working_days', count: Math.max(...numbers.unansweredWaits) };
    default:
      return rule satisfies never;
  }
}

/** An open prospect under its worst crack, with the one line its owner wrote beside it. */
export type Cracked = {
  prospectId: string;
  ownerId: string;
  name: string | null;
  company: string | null;
  externalId: string | null;
  nextOn: LocalDate;
  version: number;
  crack: Crack;
  note: string | null;
};

/** What a rep's digest says goes to the manager on a Monday: only that is listed there. */
export type Announcement = { sweepOn: LocalDate; ownerId: string; prospectIds: string[] };

/** The line beside a cracked prospect is so long at most. */
export const NOTE_LENGTH = 140;

/**
 * Worst first, and the longest of each first.
 * @example sortCracks([snoozed, promiseMissed])[0] //=> promiseMissed
 */
export function sortCracks<T extends { crack: Crack }>(rows: readonly T[]): T[] {
  return rows.toSorted(
    (a, b) =>
      CRACK_KINDS.indexOf(a.crack.kind) - CRACK_KINDS.indexOf(b.crack.kind) ||
      compareWithin(a.crack, b.crack),
  );
}

function compareWithin(a: Crack, b: Crack): number {
  if (a.kind === 'promise_missed' && b.kind === 'promise_missed') {
    return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
  }
  return lengthOf(b) - lengthOf(a);
}

function lengthOf(crack: Crack): number {
  switch (crack.kind) {
    case 'slipping':
      return crack.workingDays;
    case 'snoozed':
      return crack.times;
    case 'untouched':
      return crack.days;
    default:
      return 0;
  }
}
