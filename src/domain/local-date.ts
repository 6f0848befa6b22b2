import { addDays as addDaysToDate, differenceInCalendarDays, isValid, parseISO } from 'date-fns';

/** A calendar day as `YYYY-MM-DD`, without zone; compares with `<` as text. */
export type LocalDate = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether a text names a real day between 1970 and 9999.
 * @example isLocalDate('2026-02-30') //=> false
 */
export function isLocalDate(text: string): boolean {
  return SHAPE.test(text) && text >= '1970-01-01' && isValid(parseISO(text));
}

/**
 * The day so many calendar days later, or earlier for a negative number.
 * @example addDays('2026-02-27', 2) //=> '2026-03-01'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return format(addDaysToDate(parseISO(date), days));
}

/**
 * Calendar days from the first day to the second; negative when the second is earlier.
 * @example daysBetween('2026-11-17', '2026-11-19') //=> 2
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/**
 * The weekday, 0 for Monday to 6 for Sunday.
 * @example weekdayOf('2026-11-17') //=> 1
 */
export function weekdayOf(date: LocalDate): number {
  return (parseISO(date).getDay() + 6) % 7;
}

/**
 * The Monday of the day's week.
 * @example mondayOf('2027-01-01') //=> '2026-12-28'
 */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -weekdayOf(date));
}

/**
 * The first day of the day's month.
 * @example firstOfMonth('2026-11-17') //=> '2026-11-01'
 */
export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

// parseISO and these getters both use the process's zone, so the zone cancels out.
function format(date: Date): LocalDate {
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
