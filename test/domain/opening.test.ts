import { expect, test } from 'vitest';
import { openingOf } from '../../src/domain/opening.ts';

const window = {
  dueAt: new Date('2026-11-17T07:30:00Z'),
  expiresAt: new Date('2026-11-17T11:30:00Z'),
};
const onTime = {
  now: new Date('2026-11-17T07:30:00Z'),
  newest: true,
  dayOff: null,
  pausedUntil: null,
};

test.each([
  ['is due', {}, 'pending', null],
  ['is late within its window', { now: new Date('2026-11-17T11:29:00Z') }, 'pending', null],
  ['is past its window', { now: new Date('2026-11-17T11:30:00Z') }, 'expired', 'outage'],
  ['has a newer one after it', { newest: false }, 'expired', 'superseded'],
  ['falls on leave', { dayOff: 'away' as const }, 'skipped', 'away'],
  ['falls on a holiday', { dayOff: 'holiday' as const, newest: false }, 'skipped', 'holiday'],
  ['falls into a pause', { pausedUntil: new Date('2026-11-18T00:00:00Z') }, 'skipped', 'paused'],
  ['comes after a pause', { pausedUntil: new Date('2026-11-17T07:30:00Z') }, 'pending', null],
])('an occurrence that %s', (_what, change, state, reason) => {
  expect(openingOf(window, { ...onTime, ...change })).toEqual({ state, reason });
});
