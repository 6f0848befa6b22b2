import { expect, test } from 'vitest';
import { asksWhatIsInTheWay, chaseStep } from '../../src/domain/snooze.ts';
import { de } from '../../src/domain/words/de.ts';
import { en } from '../../src/domain/words/en.ts';

test.each([
  ['the first', 0, null, false],
  ['the second', 1, null, false],
  ['the third', 2, null, true],
  ['the fourth', 3, null, true],
  ['the third, of a promise that was not agreed anew', 2, false, true],
  ['the third, to a day agreed with them', 2, true, false],
])('%s snooze in a row', (_which, snoozes, agreed, asks) => {
  expect(asksWhatIsInTheWay({ snoozes, agreed })).toBe(asks);
});

test.each([
  ['legal for the contract', 'Chase legal for the contract', en],
  ['chase legal', 'Chase legal', en],
  ['Chase', 'Chase', en],
  ['Chaser Ltd about the visit', 'Chase Chaser Ltd about the visit', en],
  ['Rechtsabteilung wegen des Vertrags', 'Nachhaken: Rechtsabteilung wegen des Vertrags', de],
  ['nachhaken: Rechtsabteilung', 'Nachhaken: Rechtsabteilung', de],
])('“%s” becomes “%s”', (what, step, words) => {
  expect(chaseStep(what, words)).toBe(step);
});
