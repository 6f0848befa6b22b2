import { expect, test } from 'vitest';
import { HOME_START, placeOn } from '../../src/domain/home-place.ts';

const kept = { tab: 'nurture', from: 15, on: '2026-11-17' } as const;

test('a place is kept for its day', () => {
  expect(placeOn('2026-11-17', kept)).toEqual({ tab: 'nurture', from: 15 });
});

test('the next morning begins with today, and so does who was never there', () => {
  expect(placeOn('2026-11-18', kept)).toEqual(HOME_START);
  expect(placeOn('2026-11-17', null)).toEqual({ tab: 'today', from: 0 });
});
