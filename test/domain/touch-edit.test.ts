import { describe, expect, test } from 'vitest';
import { type Entries, isSamePlan, recallEntries } from '../../src/domain/recall-touch.ts';
import { describeEdit, factsAfter, isPromiseKept } from '../../src/domain/touch-edit.ts';
import { prospectOf, touchOf } from '../support/views.ts';

const ZONE = 'America/Chicago';
const call = touchOf({ answeredOn: '2026-11-17' });

/** What was entered for a call whose next step the rep picked. */
function told(change: Partial<Entries> = {}): Entries {
  const next = { on: '2026-11-20', step: 'Send pricing', rule: { kind: 'picked' } };
  return { ...recallEntries(call, prospectOf({ next }), ZONE), ...change };
}

describe('what was entered is recalled', () => {
  test.each([
    ['a picked day', { on: '2026-11-20', rule: { kind: 'picked' } }, { nextOn: '2026-11-20' }],
    ['no day of the cadence', { on: '2026-11-20' }, { nextOn: null, agreed: false }],
    [
      'a promise at 9 in Tokyo, as the day and time it is in Chicago',
      {
        ...{ on: '2026-11-20', at: new Date('2026-11-20T00:00:00Z'), promised: true },
        rule: { kind: 'agreed' },
      },
      { nextOn: '2026-11-19', nextTime: '18:00', agreed: true },
    ],
  ])('%s', (_what, next, entries) => {
    expect(recallEntries(call, prospectOf({ next }), ZONE)).toMatchObject(entries);
  });

  test('but not an older promise that the touch left standing', () => {
    const prospect = prospectOf({ next: { promised: true, rule: { kind: 'agreed' } } });

    const entries = recallEntries(touchOf({ answeredOn: null }), prospect, ZONE);

    expect(entries).toMatchObject({ nextOn: null, agreed: false });
  });
});

describe('the plan stays', () => {
  test.each<[string, Partial<Entries>]>([
    ['with other words', { note: 'x', points: 'y', lesson: 'z' }],
    ['with what its outcome does not ask for', { revisitOn: '2027-01-01', noReason: 'price' }],
  ])('%s', (_what, change) => {
    expect(isSamePlan(told(change), told())).toBe(true);
  });

  test.each<[string, Partial<Entries>]>([
    ['outcome', { outcome: 'spoke' }],
    ['channel', { channel: 'email' }],
    ['day', { touchedOn: '2026-11-16' }],
    ['interest', { interest: 'hot' }],
    ['next day', { nextOn: '2026-11-23' }],
    ['next time', { nextTime: '10:00' }],
    ['next step', { nextStep: 'Call Eli' }],
    ['promise', { agreed: true }],
  ])('but not with another %s', (_what, change) => {
    expect(isSamePlan(told(change), told())).toBe(false);
  });

  test.each<[string, Partial<Entries>, Partial<Entries>]>([
    ['check-in of a Yes', { outcome: 'yes' }, { revisitOn: '2026-12-24' }],
    ['reason of a No', { outcome: 'no' }, { noReason: 'price' }],
    ['scope of a stop', { outcome: 'stop' }, { stopChannel: 'call' }],
    ['day they named', { outcome: 'not_now' }, { nextOn: '2027-01-11' }],
  ])('and not with another %s', (_what, ending, change) => {
    expect(isSamePlan(told({ ...ending, ...change }), told(ending))).toBe(false);
  });
});

describe('what a touch says after an edit', () => {
  const at = new Date('2026-11-17T15:00:00Z');
  const live = touchOf({ touchedAt: at, createdAt: at });

  test.each([
    ['keeps its hour with its day', live, '2026-11-17', at],
    ['loses it on an earlier day', live, '2026-11-16', null],
    [
      'gains it on the day it was logged',
      { ...live, touchedOn: '2026-11-16', touchedAt: null },
      '2026-11-17',
      at,
    ],
  ])('%s', (_what, touch, touchedOn, touchedAt) => {
    expect(factsAfter(touch, told({ touchedOn }), '2026-11-17').touchedAt).toEqual(touchedAt);
  });

  test('has a reason only as a No', () => {
    const entries = told({ outcome: 'spoke', noReason: 'price' });

    expect(factsAfter(live, entries, '2026-11-17').noReason).toBeNull();
  });

  test('is compared with what it said', () => {
    const facts = { ...live, outcome: 'spoke' as const, note: 'By phone.' };

    expect(describeEdit(live, facts, true)).toEqual({
      was: { channel: 'call', outcome: 'no_answer', touchedOn: '2026-11-17', noReason: null },
      parts: ['note'],
      isLatest: true,
    });
  });
});

test.each([
  ['before its day', 'spoke', '2026-11-16', true],
  ['on its day', 'spoke', '2026-11-17', true],
  ['a day late', 'spoke', '2026-11-18', false],
  ['a day late, but they missed it', 'missed_appointment', '2026-11-18', true],
] as const)('a promise answered %s', (_what, outcome, touchedOn, kept) => {
  expect(isPromiseKept({ outcome, touchedOn, answeredOn: '2026-11-17' })).toBe(kept);
});
