import { type Day, plus, workingFrom } from './days.ts';
import { loadOn, type Model, PACE, prospectAt, repOf, type State, workOf } from './model.ts';
import { isWork, morningOf, sectionOn } from './morning.ts';

/** What a spread of a rep's day does; null when there is nothing to spread. */
export type SpreadPlan = {
  /** Those that may move, by their place; of these the oldest stay. */
  movable: readonly number[];
  /** The days that those which move go to, in order. */
  days: readonly Day[];
};

/** 2.3: promises, conversations and dates a person picked never move. */
const STAYING = ['not_now', 'agreed', 'picked', 'conversation', 'missed_appointment'];

/**
 * 2.5: over pace, the rest goes to the next working days with room, and promises stay. Revisits count
 * towards the day without being moved. Today keeps as many as the pace has room for.
 */
export function planSpread(model: Model, rep: number): SpreadPlan | null {
  const work = workOf(model, repOf(model, rep));
  const morning = morningOf(model, repOf(model, rep));
  const due = model.prospects.flatMap(({ state }, at) =>
    state.owner === rep && isWork(sectionOn(state, morning)) ? [at] : [],
  );
  const movable = due.filter((at) => mayMove(prospectAt(model, at).state));
  const room = Math.max(0, PACE - (due.length - movable.length));
  const count = due.length <= PACE ? 0 : movable.length - room;
  if (count <= 0) return null;
  const days: Day[] = [];
  let day = morning.backOn;
  while (days.length < count) {
    const load = loadOn(model, rep, day) + days.filter((on) => on === day).length;
    if (load < PACE) days.push(day);
    else day = workingFrom(plus(day, 1), work);
  }
  return { movable, days };
}

function mayMove({ next }: State): boolean {
  return next !== null && !next.promised && !STAYING.includes(next.rule);
}
