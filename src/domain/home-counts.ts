import type { LocalDate } from './local-date.ts';
import type { WeekAhead } from './week-ahead.ts';

/** A rep's open prospects with their next step on one day. */
export type DayCount = {
  on: LocalDate;
  count: number;
  promised: number;
  /** In the slow rhythm. */
  nurture: number;
};

export type HomeCounts = {
  open: number;
  nurture: number;
  /** In the week ahead, by day and in all. */
  week: number;
  onDay: ReadonlyMap<LocalDate, number>;
  /** The first day after that week with something on it. */
  afterWeek: { on: LocalDate; count: number } | null;
};

/**
 * Adds up a rep's days, soonest first. Promises before `backOn` fall on days off ahead: they stand among
 * today's rows and are not counted again in the week.
 * @example
 * // Two on Wednesday, of which one in the slow rhythm.
 * countHome([{ on: '2026-11-18', count: 2, promised: 0, nurture: 1 }], week).week //=> 2
 */
export function countHome(
  days: readonly DayCount[],
  { from, until, backOn }: WeekAhead & { backOn: LocalDate },
): HomeCounts {
  const onDay = new Map<LocalDate, number>();
  for (const { on, count, promised } of days) {
    const left = on < backOn ? count - promised : count;
    if (on >= from && on <= until && left > 0) onDay.set(on, left);
  }
  const after = days.find(({ on }) => on > until);
  return {
    open: sum(days.map(({ count }) => count)),
    nurture: sum(days.map(({ nurture }) => nurture)),
    week: sum([...onDay.values()]),
    onDay,
    afterWeek: after ? { on: after.on, count: after.count } : null,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
