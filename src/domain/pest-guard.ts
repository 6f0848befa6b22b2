import { addDays, type LocalDate } from './local-date.ts';
import { type Channel, isOutbound, type Outcome, type TouchFact } from './touch.ts';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from './working-days.ts';

/** Somebody reached out too recently to do it again. */
export type PestWarning = {
  repId: string;
  channel: Channel;
  touchedOn: LocalDate;
  betterFrom: LocalDate;
};

/**
 * The outbound touch that another one on `on` would follow too closely: `clearDays` working days lie
 * between two, whoever makes them, and a promise is kept on its day however close that is. Null when
 * a promise is due, when they missed our appointment, or when they wrote or called last.
 * @example
 * // Ben called on Tue 17 Nov 2026: Wednesday is kept clear.
 * warnOfPestering({ touches: [bensCall], on: '2026-11-18', clearDays: 1, … })?.betterFrom //=> '2026-11-19'
 */
export function warnOfPestering(input: {
  touches: readonly TouchFact[];
  on: LocalDate;
  promisedOn: LocalDate | null;
  clearDays: number;
  calendar: WorkCalendar;
}): PestWarning | null {
  if (input.promisedOn !== null && input.promisedOn <= input.on) return null;
  const last = latest(input.touches.filter((touch) => touch.touchedOn <= input.on));
  if (!last || isGuardExempt(last.outcome)) return null;
  const clear = workingDaysBetween(last.touchedOn, addDays(input.on, -1), input.calendar);
  if (clear >= input.clearDays) return null;
  const clearFrom = addWorkingDays(last.touchedOn, input.clearDays + 1, input.calendar);
  const { promisedOn } = input;
  const betterFrom = promisedOn !== null && promisedOn < clearFrom ? promisedOn : clearFrom;
  return { repId: last.repId, channel: last.channel, touchedOn: last.touchedOn, betterFrom };
}

/**
 * Whether a touch pesters nobody however soon it follows: what they do, and what we do about an
 * appointment they missed.
 * @example isGuardExempt('they_got_in_touch') //=> true
 */
export function isGuardExempt(outcome: Outcome): boolean {
  return !isOutbound(outcome) || outcome === 'missed_appointment';
}

function latest(touches: readonly TouchFact[]): TouchFact | undefined {
  return touches.reduce<TouchFact | undefined>(
    (newest, touch) => (!newest || touch.touchedOn >= newest.touchedOn ? touch : newest),
    undefined,
  );
}
