import { expect, test } from 'vitest';
import { weekAhead } from '../../src/domain/week-ahead.ts';

test.each([
  ['Monday', '2026-11-16', '2026-11-17', 'this', '2026-11-22'],
  ['Thursday', '2026-11-19', '2026-11-20', 'this', '2026-11-22'],
  ['Friday', '2026-11-20', '2026-11-23', 'next', '2026-11-29'],
  ['Sunday', '2026-11-22', '2026-11-23', 'next', '2026-11-29'],
  ['Wednesday before leave', '2026-11-18', '2026-12-07', 'next', '2026-11-29'],
  ['Friday, of who works on Saturdays', '2026-11-20', '2026-11-21', 'this', '2026-11-22'],
  ['Thursday, over the year’s end', '2026-12-31', '2027-01-04', 'next', '2027-01-10'],
])('on a %s (%s, back %s) it is %s week, up to %s', (_day, today, backOn, which, until) => {
  expect(weekAhead(today, backOn)).toMatchObject({ which, until });
});

test('it begins tomorrow', () => {
  expect(weekAhead('2026-11-30', '2026-12-01').from).toBe('2026-12-01');
});
