import { expect, test } from 'vitest';
import { countHome } from '../../src/domain/home-counts.ts';
import { weekAhead } from '../../src/domain/week-ahead.ts';

const day = (on: string, count: number, more: { promised?: number; nurture?: number } = {}) => ({
  ...{ on, count, promised: 0, nurture: 0 },
  ...more,
});

test('all that is open, the quiet ones, and the days of the week ahead', () => {
  const days = [
    day('2026-11-16', 2, { nurture: 1 }),
    day('2026-11-17', 3),
    day('2026-11-18', 4, { promised: 1 }),
    day('2026-11-22', 1),
    day('2026-11-24', 5, { nurture: 5 }),
    day('2026-12-01', 1),
  ];

  const counts = countHome(days, {
    ...weekAhead('2026-11-17', '2026-11-18'),
    backOn: '2026-11-18',
  });

  expect(counts).toEqual({
    ...{ open: 16, nurture: 6, week: 5 },
    onDay: new Map([
      ['2026-11-18', 4],
      ['2026-11-22', 1],
    ]),
    afterWeek: { on: '2026-11-24', count: 5 },
  });
});

test('promises of days off ahead stand under today and are not counted twice', () => {
  const days = [day('2026-11-21', 3, { promised: 2 }), day('2026-11-22', 1, { promised: 1 })];

  const counts = countHome(days, {
    ...weekAhead('2026-11-20', '2026-11-23'),
    backOn: '2026-11-23',
  });

  expect(counts.week).toBe(1);
  expect([...counts.onDay]).toEqual([['2026-11-21', 1]]);
});

test('nobody at all', () => {
  const week = weekAhead('2026-11-17', '2026-11-18');

  const counts = countHome([], { ...week, backOn: '2026-11-18' });

  expect(counts).toMatchObject({ open: 0, week: 0, afterWeek: null });
});
