import { describe, expect, test } from 'vitest';
import type { NextStep, Rule } from '../../src/domain/prospect.ts';
import { maySpread, offersSpread, planSpread } from '../../src/domain/spread.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';
import { prospectOf, uuid } from '../support/views.ts';

const PACE = 15;
const calendar = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set(['2026-11-19']) };

describe('the offer', () => {
  const digests = (...loads: [on: string, rows: number][]) =>
    loads.map(([on, rows]) => ({ on, rows }));

  test.each([
    ['a day within the pace', digests(['2026-11-17', 15]), false],
    ['one day a little over', digests(['2026-11-17', 20]), false],
    ['more than two days of work', digests(['2026-11-17', 31]), true],
    ['exactly two days of work', digests(['2026-11-17', 30]), false],
    ['over for the second day', digests(['2026-11-16', 16], ['2026-11-17', 20]), true],
    ['over on Friday and Monday', digests(['2026-11-13', 16], ['2026-11-16', 20]), true],
    ['within after a day over', digests(['2026-11-16', 16], ['2026-11-17', 15]), false],
    ['offered on Monday already', digests(['2026-11-16', 40], ['2026-11-17', 40]), false],
    ['offered last Tuesday', digests(['2026-11-10', 40], ['2026-11-16', 40]), true],
    ['no digest', [], false],
  ])('%s', (_what, days, offers) => {
    expect(offersSpread(days, PACE)).toBe(offers);
  });
});

describe('what may move', () => {
  test.each<[Rule['kind'], boolean]>([
    ['unanswered', true],
    ['nurture', true],
    ['imported', true],
    ['snoozed', true],
    ['spread', true],
    ['picked', false],
    ['agreed', false],
    ['not_now', false],
    ['conversation', false],
    ['missed_appointment', false],
  ])('a date by the rule %s: %s', (kind, may) => {
    expect(maySpread({ promised: false, rule: { kind } as Rule })).toBe(may);
  });

  test('a promise never does', () => {
    expect(maySpread({ promised: true, rule: { kind: 'snoozed' } })).toBe(false);
  });
});

describe('a spread', () => {
  const due = (count: number, next: Partial<NextStep> = {}, from = 0) =>
    Array.from({ length: count }, (_, i) => prospectOf({ id: uuid(from + i), next }));
  const plan = (rows: ReturnType<typeof due>, loads: [string, number][] = []) =>
    planSpread({
      ...{ due: rows, today: '2026-11-17', loads: new Map(loads), pace: PACE, calendar },
    });

  test('keeps a day’s pace today and puts the rest on working days with room', () => {
    const spread = plan(due(32), [['2026-11-18', 5]]);

    // Thursday is a holiday.
    expect(spread?.days).toEqual([
      { on: '2026-11-17', rows: 15, moved: 0 },
      { on: '2026-11-18', rows: 15, moved: 10 },
      { on: '2026-11-20', rows: 7, moved: 7 },
    ]);
    expect(spread?.moves[0]).toEqual({ prospectId: uuid(15), on: '2026-11-18' });
    expect(spread).toMatchObject({ due: 32, pace: 15 });
  });

  test('keeps promises and picked dates today, whatever the pace', () => {
    const promises = due(16, { promised: true, rule: { kind: 'agreed' } });
    const spread = plan([...promises, ...due(2, {}, 100)]);

    expect(spread?.moves.map(({ prospectId }) => prospectId)).toEqual([uuid(100), uuid(101)]);
    expect(spread?.days[0]).toEqual({ on: '2026-11-17', rows: 16, moved: 0 });
  });

  test.each([
    ['within the pace', due(15)],
    ['of promises alone', due(40, { promised: true, rule: { kind: 'agreed' } })],
  ])('of a day %s is none', (_what, rows) => {
    expect(plan(rows)).toBeNull();
  });
});
