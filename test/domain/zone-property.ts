import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { expectedOccurrences, LATE_WINDOW_HOURS } from '../../src/domain/schedule.ts';
import { instantOf, type LocalTime } from '../../src/domain/zone.ts';

export const FIRST_DAY = '2026-01-01';
export const DAYS = 1096;
export const TIMES = [
  ...['00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '03:00', '09:00', '23:45'],
];
const EVERY_DAY = 0b1111111;
const HOUR_MS = 3_600_000;

type Day = { zone: string; time: LocalTime; day: LocalDate };

/** What is wrong with a local day's instant: it follows the day before's by about a day, never earlier. */
export function findInstantFault({ zone, time, day }: Day): string | null {
  const before = instantOf(addDays(day, -1), time, zone).getTime();
  const hours = (instantOf(day, time, zone).getTime() - before) / HOUR_MS;
  return hours >= 22 && hours <= 26 ? null : `${day} ${time} in ${zone} is ${hours} hours later`;
}

/** What is wrong with a sweep at some moment of the window: it finds the day once, and no day twice. */
export function findSweepFault({ zone, time, day }: Day, moment: number): string | null {
  const due = instantOf(day, time, zone);
  const days = expectedOccurrences(
    { zone, localTime: time, weekdays: EVERY_DAY },
    {
      from: instantOf(addDays(day, -2), time, zone),
      to: new Date(due.getTime() + moment * LATE_WINDOW_HOURS * HOUR_MS),
    },
  ).map(({ localDate }) => localDate);
  const once = new Set(days).size === days.length && days.at(-1) === day;
  return once ? null : `a sweep after ${day} ${time} in ${zone} finds ${days.join(', ')}`;
}
