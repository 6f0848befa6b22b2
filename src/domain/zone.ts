import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';

/** A wall-clock time as `HH:mm`. */
export type LocalTime = string;

/**
 * Whether the name is an IANA time zone this Node knows. `Intl.supportedValuesOf` is not asked:
 * it leaves out valid names such as Asia/Kolkata.
 * @example isZone('Mars/Base') //=> false
 */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a text is a time of day as `HH:mm`.
 * @example isLocalTime('24:00') //=> false
 */
export function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instant of a local day and time. A time that does not exist moves forward by the gap; one that
 * exists twice takes the first, so each local day has exactly one instant. This is Temporal's
 * "compatible" rule; @date-fns/tz takes the second one east of Greenwich, Postgres everywhere.
 * @example instantOf('2027-03-14', '02:30', 'America/New_York') //=> 2027-03-14T07:30:00.000Z
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Date {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}

/**
 * The local day of an instant.
 * @example localDateOf(new Date('2026-11-17T23:30:00Z'), 'Asia/Tokyo') //=> '2026-11-18'
 */
export function localDateOf(instant: Date, zone: string): LocalDate {
  return zonedOf(instant, zone).toPlainDate().toString();
}

/**
 * The local time of day of an instant, to the minute.
 * @example localTimeOf(new Date('2026-11-17T23:30:00Z'), 'Asia/Kolkata') //=> '05:00'
 */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  return zonedOf(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function zonedOf(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
