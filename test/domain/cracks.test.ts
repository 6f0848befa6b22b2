import { describe, expect, test } from 'vitest';
import { DEFAULT_CADENCE } from '../../src/domain/cadence-numbers.ts';
import { type Crack, type CrackFacts, findCrack, sortCracks } from '../../src/domain/cracks.ts';
import type { Rule } from '../../src/domain/prospect.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

const TUESDAY = '2026-11-17';

/** Called on Monday, no answer, next step on Wednesday: nothing is wrong. */
function crackOf(change: Partial<CrackFacts> = {}, { today = TUESDAY, daysOff = [''] } = {}) {
  const facts: CrackFacts = {
    ...{ promised: false, nextOn: '2026-11-18', snoozes: 0, slippingSince: null },
    rule: { kind: 'unanswered', inARow: 1, wait: 2 },
    ...{ lastContactOn: '2026-11-16', ownerGone: false },
    ...change,
  };
  const calendar = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set(daysOff) };
  return findCrack(facts, { today, calendar, numbers: DEFAULT_CADENCE });
}

test('what is as the cadence wants it has no crack', () => {
  expect(crackOf()).toBeNull();
});

describe('a promise', () => {
  test.each([
    ['for yesterday is missed', '2026-11-16', { kind: 'promise_missed', since: '2026-11-16' }],
    ['for today is not', '2026-11-17', null],
    ['far ahead waits for its day, however long ago the last touch', '2027-01-15', null],
  ])('%s', (_what, nextOn, crack) => {
    const rule: Rule = { kind: 'agreed' };
    expect(crackOf({ promised: true, nextOn, rule, lastContactOn: '2026-09-01' })).toEqual(crack);
  });
});

describe('slipping', () => {
  test.each([
    ['for 5 working days is the team’s to see', '2026-11-10', null],
    ['for 6 is the manager’s', '2026-11-09', { kind: 'slipping', workingDays: 6 }],
  ])('%s', (_what, slippingSince, crack) => {
    expect(crackOf({ slippingSince, nextOn: '2026-11-06' })).toEqual(crack);
  });

  test('does not count the owner’s days off', () => {
    expect(crackOf({ slippingSince: '2026-11-09' }, { daysOff: ['2026-11-11'] })).toBeNull();
  });
});

test.each([
  [2, null],
  [3, { kind: 'snoozed', times: 3 }],
])('snoozed %i times', (snoozes, crack) => {
  expect(crackOf({ snoozes })).toEqual(crack);
});

describe('no touch in twice the cadence', () => {
  test.each<[string, Rule, string, string, boolean]>([
    ['a wait of 2: 4 working days are none', unanswered(2), '2026-11-11', TUESDAY, false],
    ['a wait of 2: 5 are', unanswered(2), '2026-11-10', TUESDAY, true],
    ['a conversation of 3: 6 are none', conversation(3), '2026-11-09', TUESDAY, false],
    ['a conversation of 3: 7 are', conversation(3), '2026-11-06', TUESDAY, true],
    [
      'an appointment missed: 2 are none',
      { kind: 'missed_appointment' },
      '2026-11-13',
      TUESDAY,
      false,
    ],
    ['an appointment missed: 3 are', { kind: 'missed_appointment' }, '2026-11-12', TUESDAY, true],
    ['nurture of 21: 42 calendar days are none', nurture(21), '2026-10-06', TUESDAY, false],
    ['nurture of 21: 43 are', nurture(21), '2026-10-05', TUESDAY, true],
    [
      'a date of one’s own: twice the longest wait is none',
      { kind: 'picked' },
      '2026-11-03',
      TUESDAY,
      false,
    ],
    ['a date of one’s own: a day more is', { kind: 'picked' }, '2026-11-02', TUESDAY, true],
    ['snoozed away: a day more is', { kind: 'snoozed' }, '2026-11-02', TUESDAY, true],
  ])('%s', (_what, rule, lastContactOn, today, isCrack) => {
    const crack = crackOf({ rule, lastContactOn, nextOn: '2026-12-14' }, { today });

    expect(crack?.kind ?? null).toBe(isCrack ? 'untouched' : null);
  });

  test('says how many calendar days it has been', () => {
    expect(crackOf({ lastContactOn: '2026-10-28' })).toEqual({ kind: 'untouched', days: 20 });
  });
});

describe('one prospect', () => {
  const all = {
    ...{ promised: true, nextOn: '2026-11-05', slippingSince: '2026-11-05', snoozes: 4 },
    ...{ lastContactOn: '2026-10-01', ownerGone: true },
  };

  test.each<[string, Partial<CrackFacts>, Crack['kind']]>([
    ['a promise missed is the worst', {}, 'promise_missed'],
    ['then slipping', { promised: false }, 'slipping'],
    ['then snoozing', { promised: false, slippingSince: null }, 'snoozed'],
    ['then no touch', { promised: false, slippingSince: null, snoozes: 0 }, 'untouched'],
    [
      'then an owner who left',
      { ...{ promised: false, slippingSince: null, snoozes: 0 }, lastContactOn: TUESDAY },
      'owner_gone',
    ],
  ])('is listed once: %s', (_what, change, kind) => {
    expect(crackOf({ ...all, ...change })?.kind).toBe(kind);
  });
});

test('the worst come first, and of each the longest', () => {
  const rows: { crack: Crack }[] = [
    { crack: { kind: 'untouched', days: 12 } },
    { crack: { kind: 'untouched', days: 20 } },
    { crack: { kind: 'promise_missed', since: '2026-11-12' } },
    { crack: { kind: 'slipping', workingDays: 8 } },
    { crack: { kind: 'promise_missed', since: '2026-11-10' } },
  ];

  expect(sortCracks(rows).map((row) => row.crack)).toEqual([
    { kind: 'promise_missed', since: '2026-11-10' },
    { kind: 'promise_missed', since: '2026-11-12' },
    { kind: 'slipping', workingDays: 8 },
    { kind: 'untouched', days: 20 },
    { kind: 'untouched', days: 12 },
  ]);
});

function unanswered(wait: number): Rule {
  return { kind: 'unanswered', inARow: 1, wait };
}

function conversation(wait: number): Rule {
  return { kind: 'conversation', wait };
}

function nurture(days: number): Rule {
  return { kind: 'nurture', days };
}
