import type { Interest, Outcome } from '../../src/domain/touch.ts';
import { type Day, plus, type Work, workingFrom, workingLater, workingWithin } from './days.ts';
import {
  loadOn,
  type Model,
  type ModelNext,
  type ModelTouch,
  PACE,
  prospectAt,
  repOf,
  todayOf,
  touchesOf,
  workOf,
} from './model.ts';

const WAITS = [2, 3, 4, 5];
const NURTURE = [21, 21, 42, 42, 90];
const CONVERSATION = 3;

/** What the touches of a prospect amount to. */
type Tally = { contacts: number; inARow: number; inNurture: number };

export type LoggedNow = { prospect: number; outcome: Outcome; on: Day; interest: Interest | null };

/** 2.1, "contact": a local day with at least one outbound touch; what they do is not our contact. */
export function isOurs(outcome: Outcome): boolean {
  return outcome !== 'they_got_in_touch' && outcome !== 'stop';
}

/**
 * 2.3: "in a row" counts days; a reply ends nurture and resets the streak. DESIGN is silent on days
 * with more than one outcome and on outcomes that are neither silence nor a reply: here a day belongs to
 * the row only when all of it was silence, and anything else interrupts it.
 */
export function tally(touches: readonly ModelTouch[], imported: number): Tally {
  const sums = { contacts: imported, inARow: 0, inNurture: 0 };
  for (const day of [...new Set(touches.map((touch) => touch.on))].sort()) {
    const outcomes = touches.filter((touch) => touch.on === day).map((touch) => touch.outcome);
    if (outcomes.some(isOurs)) sums.contacts += 1;
    if (outcomes.every((outcome) => outcome === 'no_answer' || outcome === 'sent')) {
      sums.inARow += 1;
      if (sums.inARow >= 4 && sums.contacts >= 5) sums.inNurture += 1;
    } else {
      sums.inARow = 0;
      sums.inNurture = 0;
    }
  }
  return sums;
}

/**
 * The next step the cadence proposes after a touch that was just added to the model. "Never before
 * today" and the working days are the owner's, whoever logs: `next_on` is a date in the owner's zone.
 */
export function propose(model: Model, logged: LoggedNow): ModelNext {
  const prospect = prospectAt(model, logged.prospect);
  const owner = repOf(model, prospect.state.owner);
  const work = workOf(model, owner);
  const today = todayOf(model, owner);
  const { inARow, inNurture } = tally(touchesOf(model, logged.prospect), prospect.importedContacts);
  const hot = (gap: number) => (logged.interest === 'hot' ? Math.ceil(gap / 2) : gap);
  const after = (gap: number) =>
    workingFrom(later(workingLater(logged.on, gap, work), today), work);
  const placed = (rule: string, on: Day, upTo: Day | null) => {
    const day = upTo === null ? null : findRoom(model, { ...logged, on, upTo, work });
    return { ...PLAIN, on: day ?? on, rule, fitted: day !== null };
  };
  if (logged.outcome === 'missed_appointment') return placed('missed_appointment', after(1), null);
  if (logged.outcome === 'wrong_contact') {
    const on = after(hot(CONVERSATION));
    return placed('wrong_contact', on, workingLater(on, half(hot(CONVERSATION)), work));
  }
  const isSilence = logged.outcome === 'no_answer' || logged.outcome === 'sent';
  if (!isSilence || inARow === 0) return placed('conversation', after(hot(CONVERSATION)), null);
  if (inNurture > 0) return slowRhythm(model, logged, inNurture);
  const wait = Math.max(2, hot(WAITS[inARow - 1] ?? 5));
  return placed('unanswered', after(wait), workingLater(after(wait), half(wait), work));
}

/**
 * 2.5, "not worth chasing": the slow rhythm by decision, counted from the owner's today like every next
 * step; it begins with its first wait, or goes on with the one it has reached.
 */
export function proposeRest(model: Model, prospect: number): ModelNext {
  const { state, importedContacts } = prospectAt(model, prospect);
  const { inNurture } = tally(touchesOf(model, prospect), importedContacts);
  const on = todayOf(model, repOf(model, state.owner));
  return slowRhythm(model, { prospect, on, interest: state.interest }, Math.max(1, inNurture));
}

function slowRhythm(
  model: Model,
  { prospect, on: from, interest }: Omit<LoggedNow, 'outcome'>,
  reached: number,
): ModelNext {
  const owner = repOf(model, prospectAt(model, prospect).state.owner);
  const work = workOf(model, owner);
  const wait = NURTURE[reached - 1] ?? 90;
  const days = interest === 'hot' ? Math.ceil(wait / 2) : wait;
  const on = workingFrom(later(plus(from, days), todayOf(model, owner)), work);
  const room = findRoom(model, { prospect, on, upTo: plus(on, half(days)), work });
  return { ...PLAIN, on: room ?? on, rule: 'nurture', fitted: room !== null };
}

const PLAIN = { at: null, promised: false, step: null };

function half(gap: number): number {
  return Math.floor(gap / 2);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The first working day with room, at most half the gap later; null when all of them are full. */
function findRoom(
  model: Model,
  { prospect, on, upTo, work }: { prospect: number; on: Day; upTo: Day; work: Work },
): Day | null {
  const { owner } = prospectAt(model, prospect).state;
  const days = [on, ...workingWithin(on, upTo, work)];
  return days.find((day) => loadOn(model, owner, day, prospect) < PACE) ?? null;
}

/**
 * 2.3, pest guard: one clear working day of the owner's between outbound touches by anybody; promises,
 * missed appointments and answers to them are exempt. It looks back from the touch's own day: what was
 * logged already is not judged again by something logged later for an earlier day.
 */
export function isGuarded(
  model: Model,
  { prospect, outcome, on }: { prospect: number; outcome: Outcome; on: Day },
): boolean {
  const { state } = prospectAt(model, prospect);
  if (!isOurs(outcome) || outcome === 'missed_appointment') return false;
  if (state.next?.promised && state.next.on <= on) return false;
  const last = touchesOf(model, prospect).findLast((touch) => touch.on <= on);
  if (!last || !isOurs(last.outcome) || last.outcome === 'missed_appointment') return false;
  const work = workOf(model, repOf(model, state.owner));
  return workingWithin(last.on, plus(on, -1), work).length < 1;
}
