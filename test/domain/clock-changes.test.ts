import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/local-date.ts';
import { expectedOccurrences } from '../../src/domain/schedule.ts';

const EVERY_DAY = 0b1111111;
const DAY_MS = 86_400_000;

/**
 * The clock changes of 2026 and 2027 as the time-zone data tells them (`zdump -v`), each with a digest
 * whose time falls into it. Cases 39, 42, 43, 44, 45 and 46.
 */
const CHANGES = [
  // zone, local day, digest time, what the clocks do then, instant
  ['America/New_York', '2026-03-08', '02:30', 'skip it', '2026-03-08T07:30:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30', 'show it twice', '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2027-03-14', '02:30', 'skip it', '2027-03-14T07:30:00.000Z'],
  ['America/New_York', '2027-11-07', '01:30', 'show it twice', '2027-11-07T05:30:00.000Z'],
  ['Europe/London', '2026-03-29', '01:30', 'skip it', '2026-03-29T01:30:00.000Z'],
  ['Europe/London', '2026-10-25', '01:30', 'show it twice', '2026-10-25T00:30:00.000Z'],
  ['Europe/London', '2027-03-28', '01:30', 'skip it', '2027-03-28T01:30:00.000Z'],
  ['Europe/London', '2027-10-31', '01:30', 'show it twice', '2027-10-31T00:30:00.000Z'],
  ['Africa/Cairo', '2026-04-24', '00:00', 'skip midnight', '2026-04-23T22:00:00.000Z'],
  ['Africa/Cairo', '2026-04-24', '00:30', 'skip it', '2026-04-23T22:30:00.000Z'],
  ['Africa/Cairo', '2026-10-29', '23:30', 'show it twice', '2026-10-29T20:30:00.000Z'],
  ['Africa/Cairo', '2026-10-30', '00:00', 'come there an hour late', '2026-10-29T22:00:00.000Z'],
  ['Africa/Cairo', '2027-04-30', '00:30', 'skip it', '2027-04-29T22:30:00.000Z'],
  ['Africa/Cairo', '2027-10-28', '23:30', 'show it twice', '2027-10-28T20:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', 'show it twice', '2026-04-04T14:45:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', 'skip half an hour', '2026-10-03T15:45:00.000Z'],
  ['Australia/Lord_Howe', '2027-04-04', '01:45', 'show it twice', '2027-04-03T14:45:00.000Z'],
  ['Australia/Lord_Howe', '2027-10-03', '02:15', 'skip half an hour', '2027-10-02T15:45:00.000Z'],
  ['America/St_Johns', '2026-03-08', '02:30', 'skip it', '2026-03-08T06:00:00.000Z'],
  ['America/St_Johns', '2026-11-01', '01:30', 'show it twice', '2026-11-01T04:00:00.000Z'],
  ['America/St_Johns', '2027-03-14', '02:30', 'skip it', '2027-03-14T06:00:00.000Z'],
  ['America/St_Johns', '2027-11-07', '01:30', 'show it twice', '2027-11-07T04:00:00.000Z'],
  ['Asia/Gaza', '2026-03-28', '02:30', 'skip it', '2026-03-28T00:30:00.000Z'],
  ['Asia/Gaza', '2026-10-24', '01:30', 'show it twice', '2026-10-23T22:30:00.000Z'],
  ['Asia/Gaza', '2027-03-27', '02:30', 'skip it', '2027-03-27T00:30:00.000Z'],
  ['Asia/Gaza', '2027-10-30', '01:30', 'show it twice', '2027-10-29T22:30:00.000Z'],
  // Clocks that changed once and do so no more.
  ['America/Sao_Paulo', '2026-11-01', '00:30', 'go on', '2026-11-01T03:30:00.000Z'],
  ['Pacific/Apia', '2026-09-27', '03:30', 'go on', '2026-09-26T14:30:00.000Z'],
  ['Asia/Kolkata', '2026-11-01', '08:30', 'go on, half an hour off', '2026-11-01T03:00:00.000Z'],
] as const;

test.each(CHANGES)('in %s on %s at %s, when clocks %s, a digest is due once: %s', (...change) => {
  const [zone, date, localTime, , instant] = change;
  const daily = { zone, localTime, weekdays: EVERY_DAY };
  const around = {
    from: new Date(Date.parse(instant) - 3 * DAY_MS),
    to: new Date(Date.parse(instant) + 3 * DAY_MS),
  };

  const due = expectedOccurrences(daily, around);

  const thatDay = due.filter(({ localDate }) => localDate === date);
  expect(thatDay.map(({ dueAt }) => dueAt.toISOString())).toEqual([instant]);
});

const ZONES = [...new Set(CHANGES.map(([zone]) => zone))];
const YEARS = ['2026', '2027'];

test.each(ZONES.flatMap((zone) => YEARS.map((year) => [zone, year] as const)))(
  'in %s each local day of %s has one digest, in order',
  (zone, year) => {
    const span = {
      from: new Date(`${year}-01-02T00:00:00Z`),
      to: new Date(`${year}-12-30T00:00Z`),
    };
    for (const localTime of ['00:00', '00:30', '01:30', '02:15', '02:30', '08:30', '23:30']) {
      const due = expectedOccurrences({ zone, localTime, weekdays: EVERY_DAY }, span);

      const days = due.map(({ localDate }) => localDate);
      const [first = '', last = ''] = [days[0], days.at(-1)];
      expect(days).toEqual(daysBetween(first, last));
      expect(days.length).toBeGreaterThan(360);
      const instants = due.map(({ dueAt }) => dueAt.getTime());
      expect(instants.every((at, index) => at > (instants[index - 1] ?? 0))).toBe(true);
    }
  },
);

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

test.each([
  ['Europe/London', '2026-10-25', '08:30:00Z', 'after the clocks went back'],
  ['America/New_York', '2026-11-01', '13:30:00Z', 'after the clocks went back'],
  ['America/New_York', '2027-03-14', '12:30:00Z', 'after the clocks went forward'],
  ['Africa/Cairo', '2026-04-24', '05:30:00Z', 'after a midnight that was skipped'],
  ['Asia/Kathmandu', '2026-11-17', '02:45:00Z', 'a quarter of an hour off'],
])('in %s on %s the half past eight digest is due at %s, %s', (zone, date, time) => {
  const [only] = expectedOccurrences(
    { zone, localTime: '08:30', weekdays: EVERY_DAY },
    { from: new Date(`${addDays(date, -1)}T18:00:00Z`), to: new Date(`${date}T18:00:00Z`) },
  );

  expect(only?.dueAt).toEqual(new Date(`${date}T${time}`));
});
