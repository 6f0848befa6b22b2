import { addDays, type LocalDate, laterOf } from './local-date.ts';
import {
  expiryOf,
  nextOccurrence,
  type Occurrence,
  type Recurrence,
  recursFrom,
} from './schedule.ts';
import { instantOf, localDateOf } from './zone.ts';

export type Rescheduled = {
  next: Occurrence;
  /** Working days the change jumps over: nothing is sent for them, and the ledger says why. */
  skipped: Occurrence[];
};

type Standing = {
  now: Date;
  /** The newest local date in the ledger. */
  lastDate: LocalDate | null;
  /** The local date still ahead before the change; null for a schedule that is new or was off. */
  pending: LocalDate | null;
};

/**
 * What comes next after a schedule was made or changed. A local date in the ledger is never given
 * again. A date that was still ahead and whose new time has passed is due now while its late window
 * is open; a date the change leaves further behind is skipped. A new schedule begins after now.
 * @example
 * // 10:00 becomes 09:00 at 09:30 in Berlin: due now
 * reschedule({ zone: 'Europe/Berlin', localTime: '09:00', weekdays: MONDAY_TO_FRIDAY }, {
 *   now: new Date('2026-11-17T08:30:00Z'), lastDate: '2026-11-16', pending: '2026-11-17',
 * }).next //=> { localDate: '2026-11-17', dueAt: 2026-11-17T08:30:00.000Z }
 */
export function reschedule(recurrence: Recurrence, standing: Standing): Rescheduled {
  const { now, lastDate, pending } = standing;
  const next = dueNow(recurrence, standing) ?? nextOccurrence(recurrence, { after: now, lastDate });
  if (pending === null) return { next, skipped: [] };

  const from = lastDate === null ? pending : laterOf(pending, addDays(lastDate, 1));
  const dates = datesBetween(from, next.localDate, recurrence);
  const skipped = dates.map((localDate) => ({
    localDate,
    dueAt: instantOf(localDate, recurrence.localTime, recurrence.zone),
  }));
  return { next, skipped };
}

function dueNow(recurrence: Recurrence, { now, lastDate, pending }: Standing): Occurrence | null {
  const today = localDateOf(now, recurrence.zone);
  if (pending === null || today < pending || (lastDate !== null && today <= lastDate)) return null;
  if (recursFrom(today, recurrence) !== today) return null;
  const planned = {
    localDate: today,
    dueAt: instantOf(today, recurrence.localTime, recurrence.zone),
  };
  const open = planned.dueAt <= now && now < expiryOf(planned, recurrence.zone);
  return open ? { localDate: today, dueAt: now } : null;
}

function datesBetween(from: LocalDate, before: LocalDate, recurrence: Recurrence): LocalDate[] {
  const dates: LocalDate[] = [];
  for (
    let date = recursFrom(from, recurrence);
    date < before;
    date = recursFrom(addDays(date, 1), recurrence)
  ) {
    dates.push(date);
  }
  return dates;
}
