import { expect, test } from 'vitest';
import { warnOfPestering } from '../../src/domain/pest-guard.ts';
import type { TouchFact } from '../../src/domain/touch.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

function touch(touchedOn: string, outcome: TouchFact['outcome'] = 'no_answer'): TouchFact {
  return { touchedOn, outcome, channel: 'call', repId: 'ben' };
}

type Input = Parameters<typeof warnOfPestering>[0];

function warn(touches: TouchFact[], on: string, change: Partial<Input> = {}) {
  const calendar = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() };
  return warnOfPestering({ touches, on, promisedOn: null, clearDays: 1, calendar, ...change });
}

test('after Ben’s call on Tuesday, Wednesday is kept clear', () => {
  expect(warn([touch('2026-11-17')], '2026-11-18')).toEqual({
    repId: 'ben',
    channel: 'call',
    touchedOn: '2026-11-17',
    betterFrom: '2026-11-19',
  });
});

test.each([
  ['the same day', '2026-11-17', '2026-11-17', '2026-11-19'],
  ['the next working day over a weekend', '2026-11-20', '2026-11-23', '2026-11-24'],
])('warns on %s', (_what, touchedOn, on, betterFrom) => {
  expect(warn([touch(touchedOn)], on)?.betterFrom).toBe(betterFrom);
});

test.each([
  ['nobody reached out', [], '2026-11-18', {}],
  ['a clear working day lies between', [touch('2026-11-17')], '2026-11-19', {}],
  ['a clear Friday lies before a Saturday', [touch('2026-11-19')], '2026-11-21', {}],
  ['a promise is due', [touch('2026-11-17')], '2026-11-18', { promisedOn: '2026-11-18' }],
  ['a promise is overdue', [touch('2026-11-17')], '2026-11-18', { promisedOn: '2026-11-16' }],
  ['they missed us', [touch('2026-11-17', 'missed_appointment')], '2026-11-18', {}],
  [
    'they got in touch last',
    [touch('2026-11-17'), touch('2026-11-17', 'they_got_in_touch')],
    '2026-11-18',
    {},
  ],
  ['the other touch came later', [touch('2026-11-19')], '2026-11-18', {}],
  ['the guard is off', [touch('2026-11-17')], '2026-11-18', { clearDays: 0 }],
] as [string, TouchFact[], string, Partial<Input>][])(
  'says nothing when %s',
  (_what, touches, on, change) => {
    expect(warn(touches, on, change)).toBeNull();
  },
);

test('a promise still ahead is no excuse', () => {
  expect(warn([touch('2026-11-17')], '2026-11-18', { promisedOn: '2026-11-20' })).not.toBeNull();
});

test('a promise inside the days kept clear is better than them', () => {
  const friday = [touch('2026-11-20')];

  expect(warn(friday, '2026-11-20', { promisedOn: '2026-11-21' })?.betterFrom).toBe('2026-11-21');
  expect(warn(friday, '2026-11-20', { promisedOn: '2026-11-26' })?.betterFrom).toBe('2026-11-24');
});

test('the latest touch counts, whatever the order they were typed in', () => {
  const touches = [touch('2026-11-17'), touch('2026-11-10')];

  expect(warn(touches, '2026-11-18')?.touchedOn).toBe('2026-11-17');
});
