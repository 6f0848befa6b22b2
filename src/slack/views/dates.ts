import { addDays, type LocalDate, weekdayOf } from '../../domain/local-date.ts';

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

/** A day as people read it, with the year when it is another one: "Thu 26 Nov", "Mon 4 Jan 2027". */
export function sayDay(date: LocalDate, today: LocalDate): string {
  const day = Number(date.slice(8));
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${sayWeekday(date)} ${day} ${month}${year}`;
}

export function sayWeekday(date: LocalDate): string {
  return WEEKDAYS[weekdayOf(date)] ?? '';
}

/** "today", "yesterday", "tomorrow", else the day. */
export function sayNearDay(date: LocalDate, today: LocalDate): string {
  if (date === today) return 'today';
  if (date === addDays(today, -1)) return 'yesterday';
  if (date === addDays(today, 1)) return 'tomorrow';
  return sayDay(date, today);
}

/** "October 2026". */
export function sayMonth(date: LocalDate): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
