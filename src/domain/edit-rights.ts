import { addDays, type LocalDate } from './local-date.ts';
import type { Rep } from './rep.ts';
import type { Touch } from './touch.ts';
import { localDateOf } from './zone.ts';

/** How long a rep may change a touch of their own. */
export const EDIT_DAYS = 7;

export type EditVerdict = 'allowed' | 'undone' | 'not_own' | 'too_old';

/**
 * Whether a person may change a logged touch: a rep their own up to the end of the seventh day after
 * the day it was logged, by the calendar of their zone; a manager any, any time. An undone one stays
 * undone.
 * @example
 * // Ana in Berlin logged it on Tue 17 Nov 2026: the last day is Tue 24 Nov.
 * judgeEdit(anasTouch, { rep: ana, now: new Date('2026-11-24T22:59:00Z') }) //=> 'allowed'
 */
export function judgeEdit(
  touch: Pick<Touch, 'repId' | 'createdAt'> & { undoneAt?: Date | null },
  { rep, now }: { rep: Pick<Rep, 'id' | 'isManager' | 'zone'>; now: Date },
): EditVerdict {
  if (touch.undoneAt) return 'undone';
  if (rep.isManager) return 'allowed';
  if (touch.repId !== rep.id) return 'not_own';
  return localDateOf(touch.createdAt, rep.zone) < oldestEditDay(localDateOf(now, rep.zone))
    ? 'too_old'
    : 'allowed';
}

/**
 * The earliest day of logging that a rep may still change today.
 * @example oldestEditDay('2026-11-24') //=> '2026-11-17'
 */
export function oldestEditDay(today: LocalDate): LocalDate {
  return addDays(today, -EDIT_DAYS);
}
