import { expect, test } from 'vitest';
import { estimate, standOut, wilson } from '../../src/domain/wilson.ts';

test.each([
  // The interval that R's prop.test(hits, of, correct = FALSE) gives.
  { hits: 12, of: 40, low: 0.1807, high: 0.4543 },
  { hits: 0, of: 20, low: 0, high: 0.1611 },
  { hits: 20, of: 20, low: 0.8389, high: 1 },
  { hits: 1, of: 1, low: 0.2065, high: 1 },
  { hits: 500, of: 1000, low: 0.4691, high: 0.5309 },
])('$hits of $of lies between $low and $high', ({ hits, of, low, high }) => {
  const found = wilson({ hits, of });

  expect(found?.share).toBeCloseTo(hits / of, 10);
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

test('nothing has no share', () => {
  expect(wilson({ hits: 0, of: 0 })).toBeNull();
});

test.each([
  { of: 19, says: false },
  { of: 20, says: true },
])('an estimate of $of: $says', ({ of, says }) => {
  expect(estimate({ hits: 5, of }) !== null).toBe(says);
});

test('what stands out has an interval of its own', () => {
  const call = { at: 'call', rate: { hits: 60, of: 100 } };
  const email = { at: 'email', rate: { hits: 20, of: 100 } };
  const meeting = { at: 'meeting', rate: { hits: 10, of: 10 } };

  expect(standOut([email, call, meeting])).toEqual({ best: call, worst: email });
});

test('nothing stands out while intervals touch, or alone', () => {
  const call = { at: 'call', rate: { hits: 30, of: 100 } };
  const email = { at: 'email', rate: { hits: 25, of: 100 } };

  expect(standOut([call, email])).toBeNull();
  expect(standOut([call])).toBeNull();
  expect(standOut([])).toBeNull();
});
