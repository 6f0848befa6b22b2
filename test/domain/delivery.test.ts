import { expect, test } from 'vitest';
import { backoffMs, DELIVERY_TIMINGS, lateSince } from '../../src/domain/delivery.ts';

const dueAt = new Date('2026-11-17T08:00:00Z');

test.each([
  ['2026-11-17T08:30:00Z', null],
  ['2026-11-17T08:31:00Z', dueAt],
])('a message planned for 08:00 and sent at %s is late since %s', (sentAt, since) => {
  expect(lateSince(dueAt, new Date(sentAt))).toEqual(since);
});

test.each([
  [1, 1, 5_000],
  [2, 1, 10_000],
  [3, 0.5, 10_000],
  [30, 1, 600_000],
  [30, 0, 1_000],
])('attempt %i with chance %d waits %i ms', (attempt, chance, wait) => {
  expect(backoffMs(attempt, { timings: DELIVERY_TIMINGS, chance })).toBe(wait);
});
