import { expect, test } from 'vitest';
import type { DueRow } from '../../src/domain/digest-model.ts';
import { isToCall, isToCallNow, noAnswerChannel } from '../../src/domain/first-to-call.ts';
import { prospectOf, TODAY } from '../support/views.ts';

test.each([
  ['call', 'call'],
  ['video', 'video'],
  ['meeting', 'meeting'],
  ['email', 'call'],
  ['text', 'call'],
  ['social', 'call'],
  [null, 'call'],
] as const)('nobody answers a next step by %s: %s', (channel, said) => {
  expect(noAnswerChannel(prospectOf({ next: { channel } }))).toBe(said);
});

test('a way they asked us not to use is not the one nobody answered', () => {
  expect(noAnswerChannel(prospectOf({ stoppedChannels: ['call'] }))).toBeNull();
});

test.each([
  ['a call planned', {}, true],
  ['a call planned, without a number', { phone: null }, true],
  ['a number and no channel planned', { next: { channel: null } }, true],
  ['neither', { phone: null, next: { channel: null } }, false],
  ['an e-mail planned', { next: { channel: 'email' } }, false],
  ['calls they do not want', { stoppedChannels: ['call' as const] }, false],
  ['a Yes', { standing: { status: 'won', next: null } }, false],
])('with %s, that it is a call is %s', (_what, change, said) => {
  expect(isToCall(prospectOf(change))).toBe(said);
});

const NINE = new Date('2026-11-17T09:00:00Z');
const warning = { name: 'Ben', channel: 'call', touchedOn: TODAY, betterFrom: TODAY } as const;

test.each<[string, Partial<DueRow>, boolean]>([
  ['due today', {}, true],
  ['held', { isHeld: true }, false],
  ['inside the pest guard', { warning }, false],
  ['shown ahead of days off', { section: 'before_back' }, false],
  ['promised in 16 minutes', promisedAt('09:16'), false],
  ['promised in 15 minutes', promisedAt('09:15'), true],
  ['promised before', promisedAt('08:00'), true],
])('of a row that is %s, that it is to be called now is %s', (_what, change, said) => {
  const row: DueRow = {
    ...{ position: 0, prospect: prospectOf(), section: 'due_today', points: null },
    ...{ warning: null, isHeld: false },
    ...change,
  };

  expect(isToCallNow(row, NINE)).toBe(said);
});

function promisedAt(time: string): Partial<DueRow> {
  const at = new Date(`2026-11-17T${time}:00Z`);
  return { section: 'promised_today', prospect: prospectOf({ next: { at, promised: true } }) };
}
