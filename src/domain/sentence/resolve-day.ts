import { addMonths, parseISO } from 'date-fns';
import {
  addDays,
  daysBetween,
  firstOfMonth,
  isLocalDate,
  type LocalDate,
  weekdayOf,
} from '../local-date.ts';

/** Nobody leaves out the year of a day further off than this. */
const FAR_MONTHS = 9;
/** Nor plans, nor tells of, anything beyond two years. */
const FAR_DAYS = 730;

/** The parts of a day that were said; a weekday counts from 0 for Monday. */
export type DayParts = {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  weekday?: number | undefined;
};

/** A day as it was said: the one it can only be, or parts that leave open which one. */
export type SaidDay =
  | { kind: 'fixed'; on: LocalDate; toldOn?: LocalDate }
  | ({ kind: 'parts' } & DayParts)
  | { kind: 'unclear' };

/**
 * The day that is meant: "Tue" planned is the coming one, told the last one, and a date without its
 * year the nearest one on that side. Null when that side has none, or the parts contradict each other.
 * @example resolveDay({ kind: 'parts', weekday: 3 }, 'planned', '2026-11-17') //=> '2026-11-19'
 */
export function resolveDay(
  said: SaidDay,
  role: 'told' | 'planned',
  today: LocalDate,
): LocalDate | null {
  if (said.kind === 'unclear') return null;
  const side = role === 'planned' ? 1 : -1;
  const on =
    said.kind === 'parts'
      ? nearest(said, side, today)
      : ((role === 'told' ? said.toldOn : undefined) ?? said.on);
  if (on === null || !isLocalDate(on)) return null;
  const away = daysBetween(today, on) * side;
  return away >= 0 && away <= FAR_DAYS ? on : null;
}

function nearest(said: DayParts, side: 1 | -1, today: LocalDate): LocalDate | null {
  if (said.month === undefined && said.day === undefined) return nearestWeekday(said, side, today);
  // A month alone begins on its first day; what happened in it has no day.
  const day = said.day ?? (side === 1 ? 1 : null);
  if (day === null) return null;
  const months = Array.from({ length: FAR_MONTHS + 1 }, (_, away) => monthsOn(today, side * away));
  const found = months
    .filter((month) => said.month === undefined || Number(month.slice(5, 7)) === said.month)
    .filter((month) => said.year === undefined || Number(month.slice(0, 4)) === said.year)
    .map((month) => `${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
    .find((date) => isLocalDate(date) && daysBetween(today, date) * side >= 0);
  if (found === undefined) return null;
  return said.weekday === undefined || weekdayOf(found) === said.weekday ? found : null;
}

/** Today's own weekday is the coming one when planned; told, it may be either. */
function nearestWeekday({ weekday }: DayParts, side: 1 | -1, today: LocalDate): LocalDate | null {
  if (weekday === undefined) return null;
  const away = (side * (weekday - weekdayOf(today)) + 7) % 7;
  if (away === 0) return side === 1 ? addDays(today, 7) : null;
  return addDays(today, side * away);
}

/** The first day of the month so many months on. */
export function monthsOn(day: LocalDate, count: number): LocalDate {
  const month = addMonths(parseISO(firstOfMonth(day)), count);
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}-01`;
}
