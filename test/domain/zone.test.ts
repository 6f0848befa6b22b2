import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/local-date.ts';
import { instantOf, isLocalTime, isZone, localDateOf, localTimeOf } from '../../src/domain/zone.ts';
import { describeTimeZoneData } from '../../src/http/health.ts';
import { createChance } from '../chaos/chance.ts';
import { DAYS, FIRST_DAY, findInstantFault, findSweepFault, TIMES } from './zone-property.ts';

test.each([
  // Cases 39, 42 and 43 of the time rules, then where libraries disagree.
  ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00.000Z', 'gap'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', 'twice'],
  ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00.000Z', 'twice'],
  ['America/New_York', '2027-03-14', '08:30', '2027-03-14T12:30:00.000Z', 'after the gap'],
  ['America/New_York', '2026-11-01', '08:30', '2026-11-01T13:30:00.000Z', 'after the overlap'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z', 'half an hour’s gap'],
  ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00.000Z', 'twice'],
  ['Europe/London', '2027-03-28', '01:30', '2027-03-28T01:30:00.000Z', 'gap'],
  ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', 'twice'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'twice'],
  ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z', 'gap'],
  ['Australia/Sydney', '2027-04-04', '02:30', '2027-04-03T15:30:00.000Z', 'twice'],
  ['America/Havana', '2026-11-01', '00:30', '2026-11-01T04:30:00.000Z', 'twice'],
  ['Asia/Kathmandu', '2026-11-17', '08:30', '2026-11-17T02:45:00.000Z', 'a quarter hour'],
  ['Pacific/Kiritimati', '2026-11-17', '08:30', '2026-11-16T18:30:00.000Z', 'a day ahead'],
])('in %s, %s at %s is %s (%s)', (zone, date, time, instant) => {
  expect(instantOf(date, time, zone).toISOString()).toBe(instant);
});

const ZONES = [
  ...['UTC', 'Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Havana'],
  ...['America/Santiago', 'America/Sao_Paulo', 'Africa/Cairo', 'Africa/Casablanca'],
  ...['Asia/Beirut', 'Asia/Kathmandu', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Australia/Sydney'],
  ...['Antarctica/Troll', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Kiritimati'],
];

test.each(ZONES)('case 49: in %s each local day has one instant, in order', (zone) => {
  for (const time of ['00:00', '00:30', '02:15', '02:30', '23:45']) {
    let before = instantOf('2026-02-28', time, zone);
    for (let day = '2026-03-01'; day < '2027-05-01'; day = addDays(day, 1)) {
      const instant = instantOf(day, time, zone);

      if (instant <= before || localDateOf(instant, zone) !== day) {
        expect.fail(`${day} ${time} in ${zone} is ${instant.toISOString()}`);
      }
      before = instant;
    }
  }
});

test('case 49: in every zone, days and sweeps drawn by lot come out once and in order', () => {
  const chance = createChance(49);
  const faults: string[] = [];
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    for (let draw = 0; draw < 12; draw++) {
      const day = addDays(FIRST_DAY, Math.floor(chance() * DAYS));
      const time = TIMES[Math.floor(chance() * TIMES.length)] ?? '';
      const found = [
        findInstantFault({ zone, time, day }),
        findSweepFault({ zone, time, day }, chance()),
      ];
      faults.push(...found.filter((fault) => fault !== null));
    }
  }

  expect(faults).toEqual([]);
});

const CHANGED_BY_2026C: [string, string][] = [
  ['America/Vancouver', '2026-12-01T16:00:00.000Z'],
  ['America/Edmonton', '2026-12-01T15:00:00.000Z'],
  ['Africa/Casablanca', '2026-12-01T09:00:00.000Z'],
];

test.each(CHANGED_BY_2026C)(
  'case 48: nine o’clock in %s follows the time-zone data, or old data is told',
  (zone, instant) => {
    const release = process.versions.tz ?? '';
    const { ok, says } = describeTimeZoneData(release);
    const nine = instantOf('2026-12-01', '09:00', zone).toISOString();

    expect({ ok, right: nine === instant }).toEqual(
      release >= '2026c' ? { ok: true, right: true } : { ok: false, right: false },
    );
    if (!ok) expect(says).toContain('may be an hour off. Use a newer Node.');
  },
);

test.each([
  ['2026-11-17T23:30:00Z', 'Asia/Tokyo', '2026-11-18', '08:30'],
  ['2026-11-17T23:30:00Z', 'Asia/Kolkata', '2026-11-18', '05:00'],
  ['2026-11-17T23:30:59Z', 'America/Los_Angeles', '2026-11-17', '15:30'],
  ['2026-11-17T23:30:00Z', 'UTC', '2026-11-17', '23:30'],
])('%s in %s is %s, %s', (instant, zone, date, time) => {
  const at = new Date(instant);

  expect([localDateOf(at, zone), localTimeOf(at, zone)]).toEqual([date, time]);
});

test.each([
  ['Europe/Berlin', true],
  ['Asia/Kolkata', true],
  ['Asia/Calcutta', true],
  ['UTC', true],
  ['Mars/Base', false],
  ['FOO5BAR', false],
  ['+01:00', false],
  ['', false],
  ['Europe/Berlin; drop table', false],
])('“%s” is a zone: %s', (name, is) => {
  expect(isZone(name)).toBe(is);
});

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['8:30', false],
  ['08:60', false],
  ['08:30:00', false],
])('“%s” is a time of day: %s', (text, is) => {
  expect(isLocalTime(text)).toBe(is);
});
