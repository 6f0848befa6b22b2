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

/**
 * The next step that waits for something of ours, without saying "Chase" twice.
 * @example chaseStep('legal for the contract') //=> 'Chase legal for the contract'
 */
export function chaseStep(what: string): string {
  return /^chase\b/i.test(what) ? `Chase${what.slice(5)}` : `Chase ${what}`;
}
