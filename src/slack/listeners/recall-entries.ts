import type { NextStep, Prospect, Rule } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import type { LogTouchForm } from '../views/log-touch/build-log-touch.ts';
import { timeIn } from '../views/words.ts';

/** Rules of a next step whose date a person gave; other dates are the cadence's to propose again. */
const GIVEN: readonly Rule['kind'][] = ['agreed', 'picked', 'not_now'];

/** What was entered when a touch was logged, as far as its prospect still shows it. */
export function recallEntries(
  touch: Touch,
  prospect: Prospect,
  zone: string,
): NonNullable<LogTouchForm['initial']> {
  const { next, status, revisitOn } = prospect.standing;
  return {
    note: touch.note,
    points: touch.points,
    touchedOn: touch.touchedOn,
    interest: prospect.interest,
    noReason: touch.noReason,
    lesson: touch.lesson,
    revisitOn,
    stopScope: status === 'stopped' ? 'all' : 'channel',
    // A touch that answered no next step left an older promise standing: that date is not its own.
    ...(next && touch.answeredOn !== null ? stepEntries(next, zone) : {}),
  };
}

function stepEntries(next: NextStep, zone: string): NonNullable<LogTouchForm['initial']> {
  const isGiven = GIVEN.includes(next.rule.kind);
  return {
    nextStep: next.step,
    nextOn: isGiven ? next.on : null,
    nextTime: isGiven && next.at ? timeIn(next.at, zone) : null,
    agreed: next.promised,
  };
}
