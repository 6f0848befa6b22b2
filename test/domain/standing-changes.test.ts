import { expect, test } from 'vitest';
import { standingChanges } from '../../src/domain/standing-changes.ts';

/** "log A, undo A" as it happened, oldest first; names what stands, newest first. */
function standing(told: string): string {
  const changes = told.split(', ').map((words) => {
    const [verb = '', touchId = null] = words.split(' ');
    return { verb, touchId };
  });
  return standingChanges(changes.toReversed())
    .map(({ verb, touchId }) => [verb, touchId].filter(Boolean).join(' '))
    .join(', ');
}

test.each([
  ['add, log A', 'log A, add'],
  ['add, log A, undo A', 'add'],
  ['add, log A, log B, undo B', 'log A, add'],
  ['add, log A, log B, undo B, undo A', 'add'],
  ['add, log A, undo A, log B, undo B, log C', 'log C, add'],
  ['add, log A, edit A', 'log A, add'],
  ['add, log A, edit A, undo A', 'add'],
  ['add, log A, log B, edit A, undo B', 'log A, add'],
  ['add, log A, snooze', 'snooze, log A, add'],
  ['add, log A, snooze, undo', 'log A, add'],
  ['add, log A, snooze, snooze, undo, undo', 'log A, add'],
  ['add, log A, snooze, edit A, undo, undo A', 'add'],
  ['add, stop X, undo X', 'add'],
  ['log A, undo Z', 'undo Z, log A'],
  ['undo', 'undo'],
])('of %s there stands: %s', (told, stands) => {
  expect(standing(told)).toBe(stands);
});
