import { addDays, type LocalDate, mondayOf } from './local-date.ts';

/** The days of "this week" on a screen: those after today up to a Sunday, both included. */
export type WeekAhead = { which: 'this' | 'next'; from: LocalDate; until: LocalDate };

/**
 * What is left of this week, up to Sunday; on its last working day and after it, up to the next one, for
 * an empty weekend is no answer to what comes.
 * @example
 * // A Friday, the next working day being Monday.
 * weekAhead('2026-11-20', '2026-11-23').until //=> '2026-11-29'
 */
export function weekAhead(today: LocalDate, nextWorkingOn: LocalDate): WeekAhead {
  const sunday = addDays(mondayOf(today), 6);
  const from = addDays(today, 1);
  if (nextWorkingOn <= sunday) return { which: 'this', from, until: sunday };
  return { which: 'next', from, until: addDays(sunday, 7) };
}
