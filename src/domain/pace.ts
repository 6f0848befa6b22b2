import { addDays, type LocalDate } from './local-date.ts';
import { addWorkingDays, type WorkCalendar, workingDayFrom } from './working-days.ts';

/** How many next steps a rep already has on each day. */
export type DayLoads = ReadonlyMap<LocalDate, number>;

/**
 * Moves a cadence date to the first working day with room, at most `slackWorkingDays` later; where
 * no such day has room the date stays. Promises, conversations and picked dates are never passed in.
 * @example
 * // Thursday is full, Friday is not, and the gap of 4 allows 2 more days.
 * fitIntoPace({ on: '2026-11-19', slackWorkingDays: 2, loads, pace: 15, calendar }) //=> '2026-11-20'
 */
export function fitIntoPace(input: {
  on: LocalDate;
  slackWorkingDays: number;
  loads: DayLoads;
  pace: number;
  calendar: WorkCalendar;
}): LocalDate {
  for (let later = 0; later <= input.slackWorkingDays; later++) {
    const day = addWorkingDays(input.on, later, input.calendar);
    if ((input.loads.get(day) ?? 0) < input.pace) return day;
  }
  return input.on;
}

/**
 * Days for `count` prospects in line, in order: each working day from `from` takes as many as its
 * pace has room for, promises and other steps of that day counted.
 * @example
 * placeInLine({ count: 3, from: '2026-11-20', loads: new Map(), pace: 2, calendar })
 * //=> ['2026-11-20', '2026-11-20', '2026-11-23']
 */
export function placeInLine(input: {
  count: number;
  from: LocalDate;
  loads: DayLoads;
  pace: number;
  calendar: WorkCalendar;
}): LocalDate[] {
  const days: LocalDate[] = [];
  let day = workingDayFrom(input.from, input.calendar);
  while (days.length < input.count) {
    const room = Math.max(0, input.pace - (input.loads.get(day) ?? 0));
    const taken = Math.min(room, input.count - days.length);
    for (let i = 0; i < taken; i++) days.push(day);
    day = workingDayFrom(addDays(day, 1), input.calendar);
  }
  return days;
}
