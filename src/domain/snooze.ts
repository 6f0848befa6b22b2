import type { Words } from './words/words.ts';

/** Managers see a prospect that was put off so many times in a row; from that snooze on we ask why. */
export const SNOOZES_SEEN = 3;

/**
 * Whether a snooze asks what is in the way: the third in a row and each after it. A touch begins the
 * count anew. A promise moved to a day agreed with them is answered already.
 * @example asksWhatIsInTheWay({ snoozes: 2, agreed: null }) //=> true
 */
export function asksWhatIsInTheWay({
  snoozes,
  agreed,
}: {
  snoozes: number;
  agreed: boolean | null;
}): boolean {
  return snoozes + 1 >= SNOOZES_SEEN && agreed !== true;
}

/** At most so many days ahead; whoever is to come back later asked for later. */
export const SNOOZE_DAYS = 30;

/**
 * The next step that waits for something of ours, in the words of whoever writes it, without saying
 * "Chase" twice.
 * @example chaseStep('legal for the contract', en) //=> 'Chase legal for the contract'
 */
export function chaseStep(what: string, { snooze: { chase, chaseVerb } }: Words): string {
  const [first = ''] = what.split(/[\s:]/, 1);
  const isSaid = first.toLowerCase() === chaseVerb.toLowerCase();
  return chase(isSaid ? what.slice(first.length).replace(/^[\s:]+/, '') : what).trim();
}
