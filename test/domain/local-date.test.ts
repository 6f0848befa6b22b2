import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  firstOfMonth,
  isLocalDate,
  laterOf,
  mondayOf,
  weekdayOf,
} from '../../src/domain/local-date.ts';

test.each([
  ['2026-11-17', true],
  ['2028-02-29', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['1969-12-31', false],
  ['2026-1-1', false],
  ['26-11-17', false],
  ['2026-11-17T00:00', false],
  ['31/02/2026', false],
  ['tomorrow', false],
  ['', false],
])('“%s” names a day: %s', (text, is) => {
  expect(isLocalDate(text)).toBe(is);
});

describe('addDays', () => {
  test.each([
    ['2026-02-27', 2, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    // Clocks change on these days in Berlin and in New York.
    ['2027-03-27', 1, '2027-03-28'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2026-10-31', 2, '2026-11-02'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test('walks through every day of three years once', () => {
    const days: string[] = [];
    for (let day = '2026-01-01'; day < '2029-01-01'; day = addDays(day, 1)) days.push(day);

    expect(days).toHaveLength(365 + 365 + 366);
    expect(days).toEqual([...new Set(days)].sort());
  });
});

test.each([
  ['2026-11-17', '2026-11-19', 2],
  ['2026-11-19', '2026-11-17', -2],
  ['2026-10-24', '2026-10-26', 2],
  ['2026-12-31', '2027-01-01', 1],
])('from %s to %s is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test.each([
  ['2026-11-16', 0, '2026-11-16'],
  ['2026-11-17', 1, '2026-11-16'],
  ['2026-11-22', 6, '2026-11-16'],
  ['2027-01-01', 4, '2026-12-28'],
])('%s is weekday %i in the week of Monday %s', (date, weekday, monday) => {
  expect([weekdayOf(date), mondayOf(date)]).toEqual([weekday, monday]);
});

test('a month begins on its first day', () => {
  expect(firstOfMonth('2026-11-17')).toBe('2026-11-01');
});

test('the later of two days is found as text', () => {
  expect([laterOf('2026-11-17', '2026-11-09'), laterOf('2026-12-31', '2027-01-01')]).toEqual([
    '2026-11-17',
    '2027-01-01',
  ]);
});
