import { addDays, type LocalDate, weekdayOf } from './local-date.ts';

/** Weekdays as bits, bit 0 for Monday. */
export type Weekdays = number;

export const MONDAY_TO_FRIDAY: Weekdays = 0b0011111;

/**
 * Whether a number stands for one weekday at least, and for none beyond Sunday.
 * @example isWeekdays(0) //=> false
 */
export function isWeekdays(bits: number): boolean {
  return Number.isInteger(bits) && bits >= 1 && bits <= 0b1111111;
}

/**
 * The weekdays of a week, 0 for Monday, that the bits stand for.
 * @example listWeekdays(MONDAY_TO_FRIDAY) //=> [0, 1, 2, 3, 4]
 */
export function listWeekdays(bits: Weekdays): number[] {
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => (bits & (1 << day)) !== 0);
}

/**
 * The bits of these weekdays, 0 for Monday.
 * @example weekdaysOf([0, 1]) //=> 3
 */
export function weekdaysOf(days: readonly number[]): Weekdays {
  return days.reduce((bits, day) => bits | (1 << day), 0);
}

/** When one person works: their weekdays, less their team's holidays and their leave. */
export type WorkCalendar = {
  weekdays: Weekdays;
  daysOff: ReadonlySet<LocalDate>;
};

// Longer than any leave: a search ends there and takes the day it was asked about as it is.
const HORIZON_DAYS = 730;

/**
 * Whether the person works on that day.
 * @example isWorkingDay('2026-11-21', { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set() }) //=> false
 */
export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  return worksOnWeekday(date, calendar.weekdays) && !calendar.daysOff.has(date);
}

/**
 * The day itself when it is a working day, else the first one after it.
 * @example workingDayFrom('2026-11-21', weekdaysOnly) //=> '2026-11-23'
 */
export function workingDayFrom(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = date;
  for (let step = 0; step < HORIZON_DAYS; step++) {
    if (isWorkingDay(day, calendar)) return day;
    day = addDays(day, 1);
  }
  return date;
}

/**
 * The day so many working days later; the day itself for 0, even when it is not a working day.
 * @example addWorkingDays('2026-11-20', 2, weekdaysOnly) //=> '2026-11-24'
 */
export function addWorkingDays(date: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  let day = date;
  for (let counted = 0; counted < days; counted++) {
    day = workingDayFrom(addDays(day, 1), calendar);
  }
  return day;
}

/**
 * The last working day before the given day.
 * @example workingDayBefore('2026-11-23', weekdaysOnly) //=> '2026-11-20'
 */
export function workingDayBefore(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = addDays(date, -1);
  for (let step = 0; step < HORIZON_DAYS; step++) {
    if (isWorkingDay(day, calendar)) return day;
    day = addDays(day, -1);
  }
  return addDays(date, -1);
}

/**
 * Working days after the first day up to and including the second; 0 when the second is not later.
 * @example workingDaysBetween('2026-11-20', '2026-11-24', weekdaysOnly) //=> 2
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}

function worksOnWeekday(date: LocalDate, weekdays: Weekdays): boolean {
  return (weekdays & (1 << weekdayOf(date))) !== 0;
}
