import type { LocalDate } from './local-date.ts';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from './working-days.ts';

/** Working days before a new rep, or one back from leave, is named as slipping. */
const NEW_REP_DAYS = 10;
const BACK_FROM_LEAVE_DAYS = 3;

/**
 * Whether the team is not told that a rep is slipping: in their first 10 working days, and in the
 * first 3 after leave.
 * @example
 * // Back from leave on Mon 16 Nov 2026: named again from Thu 19 Nov.
 * isSpared({ joinedOn: '2026-01-05', leaveEnds: ['2026-11-15'], today: '2026-11-18', calendar }) //=> true
 */
export function isSpared({
  joinedOn,
  leaveEnds,
  today,
  calendar,
}: {
  joinedOn: LocalDate;
  /** Last days of the rep's absences. */
  leaveEnds: readonly LocalDate[];
  today: LocalDate;
  calendar: WorkCalendar;
}): boolean {
  if (today <= addWorkingDays(joinedOn, NEW_REP_DAYS, calendar)) return true;
  return leaveEnds.some(
    (end) => end < today && workingDaysBetween(end, today, calendar) <= BACK_FROM_LEAVE_DAYS,
  );
}
