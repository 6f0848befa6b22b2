import { addDays, firstOfMonth, type LocalDate, laterOf } from './local-date.ts';
import { type Weekdays, workingDayFrom } from './working-days.ts';
import { instantOf, isZone, type LocalTime, localDateOf } from './zone.ts';

export const SCHEDULE_KINDS = [
  'digest',
  'team_post',
  'manager_sweep',
  'friday_summary',
  'monthly_lessons',
] as const;
/** A message that recurs on local dates. */
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/** When a recurring message is due: wall time in a zone, on some weekdays. */
export type Recurrence = {
  zone: string;
  localTime: LocalTime;
  weekdays: Weekdays;
  kind?: ScheduleKind;
};

/** The monthly message is due on the first of these days of a month that is a working day. */
const FIRST_DAYS = '07';

/**
 * The day itself when the message may be due then, else the first such day after it. The monthly one
 * may be due on the weekdays of a month's first week, of which holidays leave one.
 * @example recursFrom('2026-11-09', { kind: 'monthly_lessons', … }) //=> '2026-12-01'
 */
export function recursFrom(date: LocalDate, { weekdays, kind }: Recurrence): LocalDate {
  const calendar = { weekdays, daysOff: new Set<LocalDate>() };
  const day = workingDayFrom(date, calendar);
  if (kind !== 'monthly_lessons' || day.slice(8) <= FIRST_DAYS) return day;
  return workingDayFrom(firstOfMonth(addDays(firstOfMonth(day), 31)), calendar);
}

export type Occurrence = { localDate: LocalDate; dueAt: Date };

/**
 * The first occurrence after an instant whose local date is also after `lastDate`, so that a change
 * of zone or time never gives one local date twice.
 * @example
 * nextOccurrence({ zone: 'Europe/Berlin', localTime: '08:30', weekdays: MONDAY_TO_FRIDAY },
 *   { after: new Date('2026-11-20T08:00:00Z'), lastDate: null })
 * //=> { localDate: '2026-11-23', dueAt: 2026-11-23T07:30:00.000Z }
 */
export function nextOccurrence(
  recurrence: Recurrence,
  { after, lastDate }: { after: Date; lastDate: LocalDate | null },
): Occurrence {
  const today = localDateOf(after, recurrence.zone);
  let localDate = recursFrom(
    lastDate === null ? today : laterOf(today, addDays(lastDate, 1)),
    recurrence,
  );
  while (true) {
    const dueAt = instantOf(localDate, recurrence.localTime, recurrence.zone);
    if (dueAt > after) return { localDate, dueAt };
    localDate = recursFrom(addDays(localDate, 1), recurrence);
  }
}

/** How late a message may still go out, in hours after its time. */
export const LATE_WINDOW_HOURS = 4;

/**
 * When an occurrence is given up: four hours after its time, at most to the local midnight.
 * @example
 * expiryOf({ localDate: '2026-11-17', dueAt: new Date('2026-11-17T21:30:00Z') }, 'Europe/Berlin')
 * //=> 2026-11-17T23:00:00.000Z
 */
export function expiryOf(occurrence: Occurrence, zone: string): Date {
  const window = occurrence.dueAt.getTime() + LATE_WINDOW_HOURS * 3_600_000;
  const midnight = instantOf(addDays(occurrence.localDate, 1), '00:00', zone).getTime();
  // A time in the gap just before midnight may fall on the next day; it still gets an hour.
  return new Date(Math.max(Math.min(window, midnight), occurrence.dueAt.getTime() + 3_600_000));
}

/** A schedule that stood still for longer than this many days records the last of them only. */
const CATCH_UP_DAYS = 366;

/**
 * Every occurrence from the stored next one up to now, oldest first. The first keeps its stored
 * instant, which a change of settings may have set to "now".
 * @example
 * dueOccurrences({ zone: 'Europe/Berlin', localTime: '08:30', weekdays: MONDAY_TO_FRIDAY }, {
 *   first: { localDate: '2026-11-20', dueAt: new Date('2026-11-20T07:30:00Z') },
 *   now: new Date('2026-11-23T08:00:00Z'),
 * }).map(({ localDate }) => localDate) //=> ['2026-11-20', '2026-11-23']
 */
export function dueOccurrences(
  recurrence: Recurrence,
  { first, now }: { first: Occurrence; now: Date },
): Occurrence[] {
  const oldest = addDays(localDateOf(now, recurrence.zone), -CATCH_UP_DAYS);
  const due: Occurrence[] = [];
  let localDate = first.localDate >= oldest ? first.localDate : recursFrom(oldest, recurrence);
  while (true) {
    const dueAt =
      localDate === first.localDate
        ? first.dueAt
        : instantOf(localDate, recurrence.localTime, recurrence.zone);
    if (dueAt > now) return due;
    due.push({ localDate, dueAt });
    localDate = recursFrom(addDays(localDate, 1), recurrence);
  }
}

/**
 * Every occurrence of a rhythm in a span of time, oldest first; none for a zone nobody knows.
 * @example
 * expectedOccurrences({ zone: 'Europe/Berlin', localTime: '08:30', weekdays: MONDAY_TO_FRIDAY }, {
 *   from: new Date('2026-11-20T00:00:00Z'), to: new Date('2026-11-23T08:00:00Z'),
 * }).map(({ localDate }) => localDate) //=> ['2026-11-20', '2026-11-23']
 */
export function expectedOccurrences(
  recurrence: Recurrence,
  { from, to }: { from: Date; to: Date },
): Occurrence[] {
  if (!isZone(recurrence.zone)) return [];
  const first = nextOccurrence(recurrence, { after: from, lastDate: null });
  return dueOccurrences(recurrence, { first, now: to });
}
