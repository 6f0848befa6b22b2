import { expect, test } from 'vitest';
import { reschedule } from '../../src/domain/reschedule.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

const at = (zone: string, localTime: string) => ({ zone, localTime, weekdays: MONDAY_TO_FRIDAY });

test('case 54: 10:00 becomes 09:00 at 09:30 and is due now', () => {
  const now = new Date('2026-11-17T08:30:00Z');

  const { next, skipped } = reschedule(at('Europe/Berlin', '09:00'), {
    now,
    lastDate: '2026-11-16',
    pending: '2026-11-17',
  });

  expect(next).toEqual({ localDate: '2026-11-17', dueAt: now });
  expect(skipped).toEqual([]);
});

test('case 54: 09:00 becomes 10:00 at 09:30 after sending and comes tomorrow', () => {
  const { next, skipped } = reschedule(at('Europe/Berlin', '10:00'), {
    now: new Date('2026-11-17T08:30:00Z'),
    lastDate: '2026-11-17',
    pending: '2026-11-18',
  });

  expect(next).toEqual({ localDate: '2026-11-18', dueAt: new Date('2026-11-18T09:00:00Z') });
  expect(skipped).toEqual([]);
});

test('18:00 becomes 08:30 at 17:00: today is skipped and on record', () => {
  const { next, skipped } = reschedule(at('Europe/Berlin', '08:30'), {
    now: new Date('2026-11-17T16:00:00Z'),
    lastDate: '2026-11-16',
    pending: '2026-11-17',
  });

  expect(next.localDate).toBe('2026-11-18');
  expect(skipped.map(({ localDate }) => localDate)).toEqual(['2026-11-17']);
});

test('case 53: Tokyo to Los Angeles repeats a date without a second digest', () => {
  const { next } = reschedule(at('America/Los_Angeles', '08:30'), {
    now: new Date('2026-11-17T01:00:00Z'), // 10:00 on the 17th in Tokyo, 17:00 on the 16th there
    lastDate: '2026-11-17',
    pending: '2026-11-18',
  });

  expect(next).toEqual({ localDate: '2026-11-18', dueAt: new Date('2026-11-18T16:30:00Z') });
});

test('case 53: Los Angeles to Auckland jumps over a date and records it', () => {
  const { next, skipped } = reschedule(at('Pacific/Auckland', '08:30'), {
    now: new Date('2026-11-17T01:00:00Z'), // 17:00 on the 16th there, 14:00 on the 17th in Auckland
    lastDate: '2026-11-16',
    pending: '2026-11-17',
  });

  expect(next).toEqual({ localDate: '2026-11-18', dueAt: new Date('2026-11-17T19:30:00Z') });
  expect(skipped.map(({ localDate }) => localDate)).toEqual(['2026-11-17']);
});

test('case 53: Kiritimati to Honolulu, a whole day back, gives no date twice', () => {
  const { next } = reschedule(at('Pacific/Honolulu', '08:30'), {
    now: new Date('2026-11-16T20:00:00Z'), // 10:00 on the 17th, 10:00 on the 16th
    lastDate: '2026-11-17',
    pending: '2026-11-18',
  });

  expect(next).toEqual({ localDate: '2026-11-18', dueAt: new Date('2026-11-18T18:30:00Z') });
});

test('a new schedule begins with the first time after now', () => {
  const { next, skipped } = reschedule(at('Europe/Berlin', '08:30'), {
    now: new Date('2026-11-17T08:00:00Z'),
    lastDate: null,
    pending: null,
  });

  expect(next).toEqual({ localDate: '2026-11-18', dueAt: new Date('2026-11-18T07:30:00Z') });
  expect(skipped).toEqual([]);
});
