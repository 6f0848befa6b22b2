/** What is said of somebody who was faster, in words of its own. */
export const DEEDS_SINCE = [
  'log',
  'snooze',
  'revisit',
  'reopen',
  'drop',
  'stop',
  'not_a_prospect',
  'lift',
  'import',
] as const;
export type DeedSince = (typeof DEEDS_SINCE)[number] | 'other';

type Change = { verb: string; touchId: string | null };

/**
 * The changes of a prospect that stand, newest first, from all of them in the same order. An undo
 * takes back the touch or stop it names with all that followed, or the change before it when it names
 * none; neither stands then. An edit of a touch is a part of the touch, not a change of its own.
 * @example
 * standingChanges([undoOfB, logOfB, editOfA, logOfA, added]) //=> [logOfA, added]
 */
export function standingChanges<C extends Change>(newestFirst: readonly C[]): C[] {
  const standing: C[] = [];
  for (const change of newestFirst.toReversed()) {
    if (change.verb === 'edit') continue;
    const undone = change.verb === 'undo' ? findUndone(standing, change) : -1;
    if (undone >= 0) standing.splice(undone);
    else standing.push(change);
  }
  return standing.toReversed();
}

function findUndone(standing: readonly Change[], { touchId }: Change): number {
  if (touchId === null) return standing.length - 1;
  return standing.findLastIndex(
    ({ verb, touchId: made }) => made === touchId && (verb === 'log' || verb === 'stop'),
  );
}
