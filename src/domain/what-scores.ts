import type { LocalDate } from './local-date.ts';
import { isGuardExempt, warnOfPestering } from './pest-guard.ts';
import type { Touch } from './touch.ts';
import { type WorkCalendar, workingDaysBetween } from './working-days.ts';

/** A touch back-dated further than this does not score. */
const SCORED_WORKING_DAYS = 3;

/**
 * Whether a touch scores: not inside the pest guard, and logged at most three working days after it
 * happened.
 * @example
 * doesScore({ isGuarded: false, touchedOn: '2026-11-12', loggedOn: '2026-11-17', calendar }) //=> true
 */
export function doesScore({
  isGuarded,
  touchedOn,
  loggedOn,
  calendar,
}: {
  isGuarded: boolean;
  touchedOn: LocalDate;
  loggedOn: LocalDate;
  calendar: WorkCalendar;
}): boolean {
  return !isGuarded && workingDaysBetween(touchedOn, loggedOn, calendar) <= SCORED_WORKING_DAYS;
}

export type ScoreRules = {
  clearDays: number;
  calendar: WorkCalendar;
  /** The day a touch was logged, where its rep was. */
  loggedOn: (touch: Touch) => LocalDate;
};

/**
 * What becomes of the score when one touch of a prospect is changed: the verdict on it and on every
 * touch logged after it for which the change made a difference. A verdict that stays as it was is not
 * passed again: days off that were added since do not take a score away.
 * @example
 * // Ben's call of Mon 16 Nov turns out to have been theirs: Ana's of Tuesday scores after all.
 * rescore([bensCall, anasCall], { ...bensCall, outcome: 'they_got_in_touch' }, rules)
 * //=> new Map([[anasCall.id, true]])
 */
export function rescore(
  touches: readonly Touch[],
  changed: Touch,
  rules: ScoreRules,
): Map<string, boolean> {
  const after = inOrder(touches.map((touch) => (touch.id === changed.id ? changed : touch)));
  const before = inOrder(touches);
  const verdicts = new Map<string, boolean>();
  for (const touch of after) {
    const was = before.find(({ id }) => id === touch.id) ?? touch;
    const verdict = judge(touch, after, rules);
    if (verdict !== judge(was, before, rules)) verdicts.set(touch.id, verdict);
  }
  return verdicts;
}

function judge(touch: Touch, touches: readonly Touch[], rules: ScoreRules): boolean {
  return doesScore({
    isGuarded: isGuarded(touch, touches, rules),
    touchedOn: touch.touchedOn,
    loggedOn: rules.loggedOn(touch),
    calendar: rules.calendar,
  });
}

/** As it was when it was logged: by those logged before, and by the promise it answered. */
function isGuarded(touch: Touch, touches: readonly Touch[], rules: ScoreRules): boolean {
  if (isGuardExempt(touch.outcome)) return false;
  const warning = warnOfPestering({
    touches: touches.filter(({ createdAt }) => createdAt < touch.createdAt),
    on: touch.touchedOn,
    promisedOn: touch.answeredPromise ? touch.answeredOn : null,
    clearDays: rules.clearDays,
    calendar: rules.calendar,
  });
  return warning !== null;
}

function inOrder(touches: readonly Touch[]): Touch[] {
  return touches.toSorted(
    (a, b) =>
      a.touchedOn.localeCompare(b.touchedOn) || a.createdAt.getTime() - b.createdAt.getTime(),
  );
}
