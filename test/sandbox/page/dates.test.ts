import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatDivider,
  formatSlackDate,
  listWeeks,
  nameZone,
  parseDay,
  parseTime,
  shiftMonth,
} from '../../../src/sandbox/page/dates.js';

const NOW = '2026-11-17T07:30:00.000Z';

test('the clock shows the viewer’s own day and time', () => {
  expect(formatClock(NOW, 'Europe/Berlin')).toBe('Tue 17 Nov 2026, 08:30');
  expect(formatClock(NOW, 'America/Los_Angeles')).toBe('Mon 16 Nov 2026, 23:30');
});

test.each([
  ['Europe/Berlin', 'Berlin time'],
  ['America/New_York', 'New York time'],
  ['UTC', 'UTC'],
])('%s is called %s', (zone, name) => {
  expect(nameZone(zone)).toBe(name);
});

test.each([
  ['2026-11-17T06:00:00Z', 'Today'],
  ['2026-11-16T22:59:00Z', 'Yesterday'],
  ['2026-11-13T12:00:00Z', 'Friday, 13 November'],
  ['2025-12-31T12:00:00Z', 'Wednesday, 31 December 2025'],
])('%s stands under %s in Berlin', (at, words) => {
  expect(formatDivider(at, NOW, 'Europe/Berlin')).toBe(words);
});

describe('formatSlackDate', () => {
  const show = (format: string) =>
    formatSlackDate(
      { unix: 1794900000, format, fallback: 'later' },
      { zone: 'Europe/Berlin', now: NOW },
    );

  test.each([
    ['{date_num} {time}', '2026-11-17 08:20'],
    ['{date_short_pretty} at {time}', 'today at 08:20'],
    ['{date}', '17 November'],
    ['{nonsense}', '{nonsense}'],
  ])('%s is shown as %s', (format, words) => {
    expect(show(format)).toBe(words);
  });

  test('the fallback stands for a date that is none', () => {
    expect(
      formatSlackDate(
        { unix: Number.NaN, format: '{date}', fallback: 'later' },
        { zone: 'UTC', now: NOW },
      ),
    ).toBe('later');
  });
});

test.each([
  ['2026-11-20', '2026-11-20'],
  ['20 Nov', '2026-11-20'],
  ['Fri 20 Nov 2026', '2026-11-20'],
  ['1 January 2027', '2027-01-01'],
  ['20.11.2026', '2026-11-20'],
  ['tomorrow', '2026-11-18'],
  ['2026-02-30', null],
  ['soon', null],
])('a typed day %s is %s', (words, day) => {
  expect(parseDay(words, '2026-11-17')).toBe(day);
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['2pm', '14:00'],
  ['12am', '00:00'],
  ['25:00', null],
  ['noon', null],
])('a typed time %s is %s', (words, time) => {
  expect(parseTime(words)).toBe(time);
});

test('a month begins on the Monday before its first day', () => {
  const weeks = listWeeks('2026-11');

  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
  expect(shiftMonth('2026-12', 1)).toBe('2027-01');
});
