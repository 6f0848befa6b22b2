import { type LocalDate, weekdayOf } from './local-date.ts';

/** From Monday on. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/**
 * A day as people read it, with the year when it is another one.
 * @example sayDay('2027-01-04', '2026-11-17') //=> 'Mon 4 Jan 2027'
 */
export function sayDay(date: LocalDate, today: LocalDate): string {
  const day = Number(date.slice(8));
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${sayWeekday(date)} ${day} ${month}${year}`;
}

/**
 * The short name of a day's weekday.
 * @example sayWeekday('2026-11-17') //=> 'Tue'
 */
export function sayWeekday(date: LocalDate): string {
  return WEEKDAYS[weekdayOf(date)] ?? '';
}
