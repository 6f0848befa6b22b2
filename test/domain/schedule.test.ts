import { expect, test } from 'vitest';
import {
  dueOccurrences,
  expectedOccurrences,
  nextOccurrence,
  recursFrom,
} from '../../src/domain/schedule.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

const EVERY_DAY = 0b1111111;

test.each([
  // case, zone, local day and time, instant
  ['39', 'America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00.000Z'],
  ['39', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
  ['39', 'America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00.000Z'],
  ['39', 'America/New_York', '2027-03-14', '08:30', '2027-03-14T12:30:00.000Z'],
  ['39', 'America/New_York', '2026-11-01', '08:30', '2026-11-01T13:30:00.000Z'],
  ['42', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z'],
  ['42', 'Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00.000Z'],
  ['43', 'Europe/London', '2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
  ['43', 'Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ['43', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['43', 'Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
])('case %s: in %s the %s at %s is due once, at %s', (_case, zone, date, localTime, instant) => {
  const daily = { zone, localTime, weekdays: EVERY_DAY };
  const twoDaysBefore = new Date(Date.parse(instant) - 47 * 3_600_000);

  const due = dueOccurrences(daily, {
    first: nextOccurrence(daily, { after: twoDaysBefore, lastDate: null }),
    now: new Date(Date.parse(instant) + 47 * 3_600_000),
  });

  const thatDay = due.filter(({ localDate }) => localDate === date);
  expect(thatDay.map(({ dueAt }) => dueAt.toISOString())).toEqual([instant]);
  const days = due.map(({ localDate }) => localDate);
  expect(days).toEqual([...new Set(days)].sort());
});

test.each([
  ['a leap day', '2028-02-27', ['2028-02-28', '2028-02-29', '2028-03-01']],
  ['the turn of a year with a week 53', '2026-12-30', ['2026-12-31', '2027-01-01', '2027-01-02']],
  ['February without one', '2027-02-26', ['2027-02-27', '2027-02-28', '2027-03-01']],
])('case 55: around %s each date is due once', (_what, from, dates) => {
  const daily = { zone: 'Europe/Berlin', localTime: '08:30', weekdays: EVERY_DAY };

  const due = expectedOccurrences(daily, {
    from: new Date(`${from}T12:00:00Z`),
    to: new Date(`${dates.at(-1)}T12:00:00Z`),
  });

  expect(due.map(({ localDate }) => localDate)).toEqual(dates);
});

test('a schedule that stood still gives every working day up to now', () => {
  const digest = { zone: 'Europe/Berlin', localTime: '08:30', weekdays: MONDAY_TO_FRIDAY };
  const first = { localDate: '2026-11-19', dueAt: new Date('2026-11-19T07:30:00Z') };

  const due = dueOccurrences(digest, { first, now: new Date('2026-11-23T07:30:00Z') });

  expect(due.map(({ localDate }) => localDate)).toEqual(['2026-11-19', '2026-11-20', '2026-11-23']);
});

test('a schedule that stood still for years gives the last year only', () => {
  const digest = { zone: 'Europe/Berlin', localTime: '08:30', weekdays: EVERY_DAY };
  const first = { localDate: '2020-01-01', dueAt: new Date('2020-01-01T07:30:00Z') };

  const due = dueOccurrences(digest, { first, now: new Date('2026-11-23T09:00:00Z') });

  expect(due).toHaveLength(367);
});

test('the first occurrence keeps the instant a change of settings gave it', () => {
  const digest = { zone: 'Europe/Berlin', localTime: '09:00', weekdays: MONDAY_TO_FRIDAY };
  const first = { localDate: '2026-11-17', dueAt: new Date('2026-11-17T08:30:00Z') };

  expect(dueOccurrences(digest, { first, now: first.dueAt })).toEqual([first]);
});

test.each([
  ['2026-11-09', '2026-12-01', 'after the first week the next month’s first weekday'],
  ['2026-12-01', '2026-12-01', 'the first weekday itself'],
  ['2026-12-05', '2026-12-07', 'a later weekday of the first week, for holidays'],
  ['2026-12-08', '2027-01-01', 'the next year’s first weekday, a holiday in most places'],
  ['2027-02-15', '2027-03-01', 'past a short month'],
  ['2027-05-01', '2027-05-03', 'past a weekend at the beginning'],
])('the monthly message from %s on recurs on %s: %s', (from, day) => {
  const recurrence = { zone: 'Europe/Berlin', localTime: '09:30', weekdays: MONDAY_TO_FRIDAY };

  expect(recursFrom(from, { ...recurrence, kind: 'monthly_lessons' })).toBe(day);
});

test('the monthly message is due on the weekdays of the first week only', () => {
  const due = dueOccurrences(
    {
      ...{ zone: 'Europe/Berlin', localTime: '09:30', weekdays: MONDAY_TO_FRIDAY },
      kind: 'monthly_lessons',
    },
    {
      first: { localDate: '2026-12-01', dueAt: new Date('2026-12-01T08:30:00Z') },
      now: new Date('2027-01-04T12:00:00Z'),
    },
  );

  expect(due.map(({ localDate }) => localDate)).toEqual([
    ...['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'],
    ...['2027-01-01', '2027-01-04'],
  ]);
});
