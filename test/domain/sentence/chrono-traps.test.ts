import * as chrono from 'chrono-node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readSentence } from '../../../src/domain/sentence/read-sentence.ts';
import { MONDAY_TO_FRIDAY } from '../../../src/domain/working-days.ts';
import { CAST } from './cast.ts';

const WORLD = {
  today: '2026-11-17',
  time: '09:20',
  calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set(['2026-11-19']) },
  prospects: CAST,
};

/** What chrono alone reads, and what we do; null for nothing found, and for asked about. */
const TRAPS: [trap: string, words: string, alone: string | null, ours: string | null][] = [
  ['the second word of three', 'day after tomorrow', '2026-11-18', '2026-11-19'],
  ['a word it does not know', 'eod', null, '2026-11-17'],
  ['only the day that is known', 'cob tomorrow', '2026-11-18', '2026-11-18'],
  ['a day of the month', 'on the 5th', null, '2026-12-05'],
  ['a day this month has not', 'on the 31st', null, '2026-12-31'],
  ['working days, one of them off', 'in 3 business days', null, '2026-11-23'],
  ['more working days than anybody counts', 'in 99999999 business days', null, null],
  ['days without their word', '+3', null, '2026-11-20'],
  ['a week later', 'thursday week', '2026-11-19', '2026-11-26'],
  ['shorthand', 'tues', null, '2026-11-24'],
  ['a count of shorthand', 'in 2 wks', null, '2026-12-01'],
  ['half an hour', 'at half past 2', null, '2026-11-17 14:30'],
  ['an hour of the afternoon', 'at 3', '2026-11-17 03:00', '2026-11-17 15:00'],
  ['a day for an hour', 'thu 26', '2026-11-19', '2026-11-26'],
  ['an hour for a year', '26 nov 10', '2010-11-26', '2026-11-26 10:00'],
  ['seven days for the next week', 'next week', '2026-11-24', '2026-11-23'],
  ['a month for the next month', 'next month', '2026-12-17', '2026-12-01'],
  ['a Saturday for the end of a week', 'end of next week', '2026-11-28', '2026-11-27'],
  ['a part of the day before its day', 'afternoon tomorrow', '2026-11-17', '2026-11-18'],
  ['the morning that is', 'in the morning', '2026-11-17', '2026-11-18'],
  ['two readings', '5/12', '2027-05-12', null],
  ['a day that is none', '31/02', null, null],
  ['a day that is none, the month left', '32 December', '2026-12-01', null],
  ['a time that is none', 'at 25:00', null, null],
  ['a part of a month', 'mid January', '2027-01-01', null],
  ['a part of a week', 'later in the week', '2026-11-24', null],
  ['a span of days', 'in the last 2 weeks', '2026-11-03', null],
  ['another zone', 'tomorrow 9am est', '2026-11-18 09:00', null],
  ['a past day, planned', 'last friday', '2026-11-13', null],
];

describe('where chrono alone', () => {
  test.each(TRAPS)('takes %s, “%s”, for %s, we read %s', (_trap, words, alone, ours) => {
    expect(chronoAlone(words)).toBe(alone);
    expect(planned(words)).toBe(ours);
  });

  test('reads “last Friday” as coming when asked for days ahead, we never ask it to', () => {
    const found = chrono.parse('last friday', new Date(2026, 10, 17), { forwardDate: true });

    expect(found[0]?.start.get('day')).toBe(20);
    expect(touchedOn('Met Mia last Friday')).toBe('2026-11-13');
  });

  test('fails on a count of days behind a date, we ask', () => {
    expect(planned('mon +3')).toBe(null);
  });

  test('keeps one offset over a clock change, we keep the wall clock', () => {
    const november = { instant: new Date('2026-11-17T14:20:00Z'), timezone: -300 };
    const [found] = chrono.parse('march 20 at 9am', november);

    expect(found?.date().toISOString()).toBe('2027-03-20T14:00:00.000Z');
    expect(planned('march 20 at 9am')).toBe('2027-03-20 09:00');
  });

  test.each([
    ['June Carter', 'Called June Carter, no answer'],
    ['call March about pricing', 'Called March about pricing, no answer'],
    ['Friday Coffee', 'Called Friday Coffee, no answer'],
  ])('takes a name for a date in “%s”, we read names first', (words, sentence) => {
    expect(chrono.parse(words, new Date(2026, 10, 17)).length).toBeGreaterThan(0);
    const reading = readSentence(sentence, WORLD);
    expect(reading).toMatchObject({ kind: 'certain', said: { nextOn: null } });
    expect(reading.said.touchedOn).toBe(WORLD.today);
  });

  test.each([
    'Mia: not now, call back in March',
    'Spoke to Mia for 30 minutes, call back in March',
    'Sat with Mia over lunch, spoke about pricing, call back in March',
    'Met Mia and offered 9.50 a seat, call back in March',
    'Called Mia on +1 512 555 0142, no answer, call back in March',
  ])('finds a date in what is none, “%s” has one', (text) => {
    expect(readSentence(text, WORLD)).toMatchObject({
      kind: 'certain',
      said: { touchedOn: '2026-11-17', nextOn: '2027-03-01', nextTime: null },
    });
  });

  test('takes longer the longer the text is, we stop at 500 characters', () => {
    expect(readSentence('tomorrow at 3 '.repeat(36), WORLD)).toMatchObject({ why: 'too_long' });
  });
});

describe('the weekday', () => {
  const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const DAYS = WEEK.map((_, index) => `2026-11-${16 + index}`);

  test.each(DAYS)(
    'said on %s is the coming one, “next” the one of the next calendar week',
    (today) => {
      const world = { ...WORLD, today };
      const coming = WEEK.map((day) => planned(day, world) ?? '');
      const next = WEEK.map((day) => planned(`next ${day}`, world));

      expect(coming.every((day) => day > today)).toBe(true);
      expect(coming.toSorted()).toEqual(daysFrom(Number(today.slice(8)) + 1));
      expect(next).toEqual(daysFrom(23));
    },
  );
});

describe('the zone and the clock of the process', () => {
  const zoneBefore = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
  });

  test.each(['Pacific/Auckland', 'America/New_York', 'Africa/Cairo', 'Pacific/Kiritimati'])(
    'are of no matter: %s',
    (zone) => {
      process.env.TZ = 'UTC';
      const inUtc = readAround();

      process.env.TZ = zone;

      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(readAround()).toEqual(inUtc);
      expect(inUtc).not.toContain(null);
    },
  );

  test.each(['1999-12-31', '2031-02-28'])('are of no matter: it is %s', (now) => {
    const before = readAround();

    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });

    expect(readAround()).toEqual(before);
  });
});

/** Around midnight and the hours that clocks leave out, on the days on which some of them do. */
function readAround(): (string | null)[] {
  const days = ['2026-11-17', '2027-03-14', '2027-04-04', '2027-04-30', '2027-09-26'];
  const words = ['tomorrow', 'in 3 days', 'in a week', 'next wed', 'on the 5th', 'in 2 months'];
  const more = ['dec 10 at 9am', 'end of next month', 'fri 10', 'tonight at 11:58pm', 'wed'];
  return days.flatMap((today) =>
    ['00:05', '01:30', '23:55'].flatMap((time) =>
      [...words, ...more].map((said) => planned(said, { ...WORLD, today, time })),
    ),
  );
}

function chronoAlone(words: string): string | null {
  const [found] = chrono.parse(words, new Date(2026, 10, 17, 9, 20));
  if (!found) return null;
  const part = (name: chrono.Component) => String(found.start.get(name)).padStart(2, '0');
  const on = `${part('year')}-${part('month')}-${part('day')}`;
  const isTime = found.start.isCertain('hour') && !words.startsWith('thu');
  return isTime ? `${on} ${part('hour')}:${part('minute')}` : on;
}

function planned(words: string, world = WORLD): string | null {
  const { kind, said } = readSentence(`Called Mia, no answer, try again ${words}`, world);
  if (kind === 'ask') return null;
  return [said.nextOn, said.nextTime].filter((part) => part !== null).join(' ');
}

function touchedOn(text: string): string | null {
  return readSentence(text, WORLD).said.touchedOn;
}

function daysFrom(first: number): string[] {
  const days = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2026, 10, first + index)));
  return days.map((day) => day.toISOString().slice(0, 10));
}
