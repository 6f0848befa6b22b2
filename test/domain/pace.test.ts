import { expect, test } from 'vitest';
import { fitIntoPace, placeInLine } from '../../src/domain/pace.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

const calendar = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set(['2026-11-24']) };

test.each([
  ['with room the date stays', '2026-11-19', 2, [['2026-11-19', 14]], '2026-11-19'],
  ['a full day gives way to the next', '2026-11-19', 2, [['2026-11-19', 15]], '2026-11-20'],
  ['over a weekend', '2026-11-20', 1, [['2026-11-20', 15]], '2026-11-23'],
  ['over a holiday', '2026-11-23', 1, [['2026-11-23', 15]], '2026-11-25'],
  ['without slack nothing moves', '2026-11-19', 0, [['2026-11-19', 40]], '2026-11-19'],
  [
    'with every day full the date stays',
    '2026-11-19',
    1,
    [
      ['2026-11-19', 15],
      ['2026-11-20', 30],
    ],
    '2026-11-19',
  ],
] as [string, string, number, [string, number][], string][])(
  '%s',
  (_what, on, slackWorkingDays, loads, expected) => {
    const fitted = fitIntoPace({ on, slackWorkingDays, loads: new Map(loads), pace: 15, calendar });

    expect(fitted).toBe(expected);
  },
);

test('those in line fill working days up to the pace, in order', () => {
  const days = placeInLine({
    count: 5,
    from: '2026-11-21',
    loads: new Map([['2026-11-23', 1]]),
    pace: 2,
    calendar,
  });

  expect(days).toEqual(['2026-11-23', '2026-11-25', '2026-11-25', '2026-11-26', '2026-11-26']);
});

test('nobody in line takes no day', () => {
  expect(
    placeInLine({ count: 0, from: '2026-11-21', loads: new Map(), pace: 2, calendar }),
  ).toEqual([]);
});
