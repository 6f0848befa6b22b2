import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { sayDay } from '../../domain/say-day.ts';

export { sayDay, sayWeekday, WEEKDAYS } from '../../domain/say-day.ts';

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
