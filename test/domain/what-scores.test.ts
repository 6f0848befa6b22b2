import { describe, expect, test } from 'vitest';
import type { Touch } from '../../src/domain/touch.ts';
import { doesScore, rescore } from '../../src/domain/what-scores.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';
import { touchOf } from '../support/views.ts';

const calendar = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() };
const loggedOn = ({ createdAt }: Touch) => createdAt.toISOString().slice(0, 10);
const rules = { clearDays: 1, calendar, loggedOn };

/** Logged on `logged` at noon for `touchedOn`, the same day unless told. */
function touch(id: string, logged: string, change: Partial<Touch> = {}): Touch {
  return touchOf({
    ...{ id, touchedOn: logged, createdAt: new Date(`${logged}T12:00:00Z`) },
    ...change,
  });
}

test.each([
  ['on the day', '2026-11-17', false, true],
  ['three working days late, over a weekend', '2026-11-12', false, true],
  ['four working days late', '2026-11-11', false, false],
  ['inside the pest guard', '2026-11-17', true, false],
])('a touch logged on Tue 17 Nov %s', (_what, touchedOn, isGuarded, scores) => {
  expect(doesScore({ isGuarded, touchedOn, loggedOn: '2026-11-17', calendar })).toBe(scores);
});

describe('an edit is judged again', () => {
  const monday = touch('monday', '2026-11-16');
  const tuesday = touch('tuesday', '2026-11-17', { scores: false });
  const friday = touch('friday', '2026-11-20');

  test.each<[string, Touch[], Touch, [string, boolean][]]>([
    ['with other words: nothing', [monday, tuesday], { ...monday, note: 'x' }, []],
    [
      'as theirs: the next day’s touch scores',
      [monday, tuesday],
      { ...monday, outcome: 'they_got_in_touch' },
      [['tuesday', true]],
    ],
    [
      'as an appointment they missed: it scores itself',
      [monday, tuesday],
      { ...tuesday, outcome: 'missed_appointment' },
      [['tuesday', true]],
    ],
    [
      'from theirs into a call of ours: the next day’s does not',
      [{ ...monday, outcome: 'they_got_in_touch' }, tuesday],
      monday,
      [['tuesday', false]],
    ],
    [
      'four working days back: it scores no more',
      [friday],
      { ...friday, touchedOn: '2026-11-16' },
      [['friday', false]],
    ],
    [
      'onto the day before another: it is inside the guard of that one',
      [monday, friday],
      { ...friday, touchedOn: '2026-11-17' },
      [['friday', false]],
    ],
    [
      'on the day of the promise it answered: the guard lets it pass',
      [monday, { ...friday, answeredPromise: true, answeredOn: '2026-11-17' }],
      { ...friday, answeredPromise: true, answeredOn: '2026-11-17', touchedOn: '2026-11-17' },
      [],
    ],
    [
      'though one logged after it happened before: only what was known then guards',
      [{ ...monday, createdAt: new Date('2026-11-18T12:00:00Z') }, tuesday],
      { ...tuesday, channel: 'email' },
      [],
    ],
  ])('%s', (_what, touches, changed, verdicts) => {
    expect([...rescore(touches, changed, rules)]).toEqual(verdicts);
  });

  test('a day off that was added since takes no score away', () => {
    const withHoliday = { ...calendar, daysOff: new Set(['2026-11-17']) };
    const wednesday = touch('wednesday', '2026-11-18');

    const verdicts = rescore(
      [monday, wednesday],
      { ...wednesday, channel: 'email' },
      { ...rules, calendar: withHoliday },
    );

    expect([...verdicts]).toEqual([]);
  });
});
