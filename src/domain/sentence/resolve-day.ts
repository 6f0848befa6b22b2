import { addMonths, parseISO } from 'date-fns';
import {
  addDays,
  daysBetween,
  firstOfMonth,
  isLocalDate,
  type LocalDate,
  mondayOf,
  weekdayOf,
} from '../local-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type WorkCalendar,
  workingDayBefore,
} from '../working-days.ts';
import type { DayWords } from './day-words.ts';

/** Further behind than this nobody means last year's day, further ahead nobody leaves out the year. */
const FAR_DAYS = 270;

type Place = { today: LocalDate; calendar: WorkCalendar };

/**
 * The day that is meant: "Tue" planned is the coming one, told the last one; "next Tue" the one of the
 * next calendar week. Null when it is past though planned, still to come though told, does not exist,
 * or has two readings.
 * @example resolveDay({ kind: 'weekday', weekday: 3, which: 'next' }, 'planned', …) //=> '2026-11-26'
 */
export function resolveDay(
  day: DayWords,
  role: 'told' | 'planned',
  place: Place,
): LocalDate | null {
  const found = role === 'planned' ? planned(day, place) : told(day, place);
  if (found === null || !isLocalDate(found)) return null;
  const ahead = daysBetween(place.today, found);
  return (role === 'planned' ? ahead >= 0 : ahead <= 0) ? found : null;
}

function planned(day: DayWords, { today, calendar }: Place): LocalDate | null {
  switch (day.kind) {
    case 'days':
      return addDays(today, day.count);
    case 'working_days':
      return addWorkingDays(today, day.count, calendar);
    case 'months':
      return monthsLater(today, day.count);
    case 'weekday':
      return plannedWeekday(day.weekday, day.which, today);
    case 'week':
      return addDays(mondayOf(today), 7 * day.count);
    case 'month':
      return monthsLater(firstOfMonth(today), day.count);
    case 'year':
      return `${Number(today.slice(0, 4)) + day.count}-01-01`;
    case 'end_of_week':
      return lastWorkingDay(addDays(mondayOf(today), 7 * day.count + 6), { today, calendar });
    case 'end_of_month':
      return lastWorkingDay(addDays(monthsLater(firstOfMonth(today), day.count + 1), -1), {
        today,
        calendar,
      });
    case 'end_of_year':
      return lastWorkingDay(`${today.slice(0, 4)}-12-31`, { today, calendar });
    case 'date':
      return dateOf(day, today, 'planned');
    case 'month_day':
      return monthDay(day, today);
    case 'in_month':
      return dateOf({ year: null, month: day.month, day: 1, weekday: null }, today, 'planned');
    case 'unclear':
      return null;
    default:
      return day satisfies never;
  }
}

function told(day: DayWords, { today }: Place): LocalDate | null {
  switch (day.kind) {
    case 'days':
      return addDays(today, day.count);
    case 'months':
      return monthsLater(today, day.count);
    case 'weekday':
      return toldWeekday(day.weekday, day.which, today);
    case 'date':
      return dateOf(day, today, 'told');
    case 'month_day': {
      const this_ = `${today.slice(0, 8)}${pad(day.day)}`;
      return this_ <= today
        ? this_
        : `${monthsLater(firstOfMonth(today), -1).slice(0, 8)}${pad(day.day)}`;
    }
    default:
      return null;
  }
}

function plannedWeekday(
  weekday: number,
  which: 'this' | 'next' | 'last' | null,
  today: LocalDate,
): LocalDate | null {
  const inThisWeek = addDays(mondayOf(today), weekday);
  if (which === 'last') return null;
  if (which === 'next') return addDays(inThisWeek, 7);
  if (which === 'this') return inThisWeek;
  return inThisWeek > today ? inThisWeek : addDays(inThisWeek, 7);
}

function toldWeekday(
  weekday: number,
  which: 'this' | 'next' | 'last' | null,
  today: LocalDate,
): LocalDate | null {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (which === 'next' || (back === 0 && which !== 'last')) return null;
  return addDays(today, -(back === 0 ? 7 : back));
}

/** A date without its year is the nearest one on the right side of today. */
function dateOf(
  said: { year: number | null; month: number; day: number; weekday: number | null },
  today: LocalDate,
  role: 'told' | 'planned',
): LocalDate | null {
  const year = Number(today.slice(0, 4));
  const years =
    said.year !== null ? [said.year] : role === 'planned' ? [year, year + 1] : [year, year - 1];
  const dates = years
    .map((one) => `${one}-${pad(said.month)}-${pad(said.day)}`)
    .filter(
      (one) => isLocalDate(one) && (said.weekday === null || weekdayOf(one) === said.weekday),
    );
  const right = dates.find((one) => (role === 'planned' ? one >= today : one <= today));
  if (right === undefined || said.year !== null) return right ?? null;
  return Math.abs(daysBetween(today, right)) <= FAR_DAYS ? right : null;
}

function monthDay(
  { day, weekday }: { day: number; weekday: number | null },
  today: LocalDate,
): LocalDate | null {
  const months = [0, 1].map((count) => monthsLater(firstOfMonth(today), count).slice(0, 8));
  const dates = months.map((month) => `${month}${pad(day)}`).filter(isLocalDate);
  const next = dates.find((one) => one >= today) ?? null;
  return next !== null && (weekday === null || weekdayOf(next) === weekday) ? next : null;
}

function lastWorkingDay(last: LocalDate, { today, calendar }: Place): LocalDate {
  const day = isWorkingDay(last, calendar) ? last : workingDayBefore(last, calendar);
  return day < today ? last : day;
}

function monthsLater(date: LocalDate, count: number): LocalDate {
  const later = addMonths(parseISO(date), count);
  return `${later.getFullYear()}-${pad(later.getMonth() + 1)}-${pad(later.getDate())}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
