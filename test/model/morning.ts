import { type Day, plus, workingFrom } from './days.ts';
import { type Model, type ModelRep, type State, todayOf, workOf } from './model.ts';

/** 2.5: the sections in the order of the morning; promises of the days off ahead stand last. */
export const ORDER = [
  'promised_today',
  'promise_missed',
  'revisit',
  'overdue',
  'due_today',
  'in_line',
  'before_back',
] as const;

export type Section = (typeof ORDER)[number];

/** A rep's day: today, and the first working day after it, on which they are back. */
export type Morning = { today: Day; backOn: Day };

export function morningOf(model: Model, rep: ModelRep): Morning {
  const today = todayOf(model, rep);
  return { today, backOn: workingFrom(plus(today, 1), workOf(model, rep)) };
}

/** The section a prospect stands in on a morning of its owner's; null when it is not in the digest. */
export function sectionOn(state: State, { today, backOn }: Morning): Section | null {
  if (state.status === 'won' || state.status === 'lost') {
    return state.revisitOn !== null && state.revisitOn <= today ? 'revisit' : null;
  }
  const { next } = state;
  if (state.status !== 'open' || next === null) return null;
  if (next.on > today) return next.promised && next.on < backOn ? 'before_back' : null;
  if (state.inLine) return 'in_line';
  if (next.promised) return next.on === today ? 'promised_today' : 'promise_missed';
  return next.on === today ? 'due_today' : 'overdue';
}

/** Work of the day: neither waiting in line nor shown ahead of days off. */
export function isWork(section: Section | null): boolean {
  return section !== null && section !== 'in_line' && section !== 'before_back';
}
