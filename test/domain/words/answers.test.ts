import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';

const MARA = { isOwn: false, name: 'Mara Lind' };
const YOU = { isOwn: true, name: 'Ana Silva' };
const GONE = { isOwn: false, name: null };
const label = 'Dana Reyes';

test.each([
  [
    MARA,
    { deed: 'snooze', label, to: 'Do 26. Nov' },
    'Mara Lind hat Dana Reyes seitdem auf Do 26. Nov verschoben.',
  ],
  [
    YOU,
    { deed: 'log', label, to: null },
    'Du hast seitdem einen weiteren Kontakt mit Dana Reyes eingetragen.',
  ],
  [GONE, { deed: 'other', label, to: null }, 'Jemand hat Dana Reyes seitdem geändert.'],
] as const)('in German %o was faster', (who, change, sentence) => {
  expect(de.answers.faults.changedSince(who, change)).toBe(
    `${sentence} Das lässt sich nicht mehr rückgängig machen.`,
  );
});

test('somebody nobody knows any more is somebody', () => {
  expect(en.answers.faults.changedSince(GONE, { deed: 'drop', label, to: null })).toBe(
    'Somebody dropped Dana Reyes since, so this can no longer be undone.',
  );
});

test('in German an ending keeps its gender', () => {
  const { staysEnded, cannotEnd } = de.answers.faults;

  expect(staysEnded(label, 'stop')).toContain('deshalb bleibt es eine Kontaktsperre.');
  expect(cannotEnd(label, 'yes')).toContain('wird daraus kein Ja mehr. Trag das Ja als');
});
