import { expect, test } from 'vitest';
import {
  addWorkingDays,
  isWorkingDay,
  MONDAY_TO_FRIDAY,
  workingDayBefore,
  workingDayFrom,
  workingDaysBetween,
} from '../../src/domain/working-days.ts';

const weekdays = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() };
/** Ana is away from Wed 18 to Fri 20 Nov 2026. */
const away = {
  weekdays: MONDAY_TO_FRIDAY,
  daysOff: new Set(['2026-11-18', '2026-11-19', '2026-11-20']),
};
/** Sunday to Thursday, as in Cairo. */
const cairo = { weekdays: 0b1001111, daysOff: new Set<string>() };
const weekend = { weekdays: 0b1100000, daysOff: new Set<string>() };

test.each([
  ['Fri 20 Nov', '2026-11-20', weekdays, true],
  ['Sat 21 Nov', '2026-11-21', weekdays, false],
  ['Wed 18 Nov on leave', '2026-11-18', away, false],
  ['Sun 22 Nov in Cairo', '2026-11-22', cairo, true],
  ['Fri 20 Nov in Cairo', '2026-11-20', cairo, false],
  ['Sat 21 Nov for a weekend rep', '2026-11-21', weekend, true],
])('%s is a working day', (_what, date, calendar, works) => {
  expect(isWorkingDay(date, calendar)).toBe(works);
});

test.each([
  ['a Friday stays', '2026-11-20', weekdays, '2026-11-20'],
  ['a Saturday becomes Monday', '2026-11-21', weekdays, '2026-11-23'],
  ['leave and weekend are passed', '2026-11-18', away, '2026-11-23'],
  ['in Cairo Friday becomes Sunday', '2026-11-20', cairo, '2026-11-22'],
  ['nobody who never works is moved', '2026-11-20', { ...weekdays, weekdays: 0 }, '2026-11-20'],
])('the working day from a date: %s', (_what, date, calendar, expected) => {
  expect(workingDayFrom(date, calendar)).toBe(expected);
});

test.each([
  ['2026-11-20', 0, 'Monday to Friday', weekdays, '2026-11-20'],
  ['2026-11-21', 0, 'Monday to Friday', weekdays, '2026-11-21'],
  ['2026-11-20', 2, 'Monday to Friday', weekdays, '2026-11-24'],
  ['2026-11-21', 1, 'Monday to Friday', weekdays, '2026-11-23'],
  ['2026-12-31', 1, 'Monday to Friday', weekdays, '2027-01-01'],
  ['2026-11-17', 1, 'on leave', away, '2026-11-23'],
  ['2026-11-19', 1, 'in Cairo', cairo, '2026-11-22'],
])('%s and %i working days (%s)', (date, days, _who, calendar, expected) => {
  expect(addWorkingDays(date, days, calendar)).toBe(expected);
});

test.each([
  ['2026-11-23', 'Monday to Friday', weekdays, '2026-11-20'],
  ['2026-11-24', 'Monday to Friday', weekdays, '2026-11-23'],
  ['2026-11-23', 'on leave', away, '2026-11-17'],
])('the working day before %s (%s)', (date, _who, calendar, expected) => {
  expect(workingDayBefore(date, calendar)).toBe(expected);
});

test.each([
  ['2026-11-20', '2026-11-24', 'Monday to Friday', weekdays, 2],
  ['2026-11-20', '2026-11-22', 'Monday to Friday', weekdays, 0],
  ['2026-11-24', '2026-11-20', 'Monday to Friday', weekdays, 0],
  ['2026-11-17', '2026-11-23', 'on leave', away, 1],
])('working days after %s up to %s (%s)', (from, to, _who, calendar, expected) => {
  expect(workingDaysBetween(from, to, calendar)).toBe(expected);
});
