import { addDays, type LocalDate, weekdayOf } from '../../local-date.ts';

/** From Monday on. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export const dates = {
  weekdays: WEEKDAYS as readonly string[],
  weekday: (date: LocalDate): string => WEEKDAYS[weekdayOf(date)] ?? '',
  /** "Tue 17 Nov", with the year when it is another one: "Mon 4 Jan 2027". */
  day: (date: LocalDate, today: LocalDate) =>
    `${WEEKDAYS[weekdayOf(date)]} ${dayOfMonth(date, today)}`,
  /** "17 Nov". */
  dayOfMonth,
  /** "today", "yesterday", "tomorrow", else the day. */
  nearDay: (date: LocalDate, today: LocalDate): string => {
    if (date === today) return 'today';
    if (date === addDays(today, -1)) return 'yesterday';
    if (date === addDays(today, 1)) return 'tomorrow';
    return dates.day(date, today);
  },
  /** "October 2026". */
  month: (date: LocalDate) => `${monthOf(date)} ${date.slice(0, 4)}`,
};

function dayOfMonth(date: LocalDate, today: LocalDate): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${Number(date.slice(8))} ${monthOf(date).slice(0, 3)}${year}`;
}

function monthOf(date: LocalDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}
