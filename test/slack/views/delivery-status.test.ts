import { expect, test } from 'vitest';
import type { KindStatus } from '../../../src/domain/delivery-status.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildDeliveryStatus } from '../../../src/slack/views/delivery-status.ts';
import { readBlocks } from '../../support/read-blocks.ts';

const skipped = (reason: string, names: string[]) => ({
  ...{ state: 'skipped' as const, reason, count: names.length, names },
});

const KINDS: KindStatus[] = [
  {
    ...{ kind: 'digest', due: 4, sent: 1, underWay: 0 },
    lastSentAt: new Date('2026-11-17T07:31:00Z'),
    others: [skipped('empty', ['Ana Silva', 'Ben Okoro']), skipped('away', ['Chi Nguyen'])],
  },
  {
    ...{ kind: 'manager_sweep', due: 1, sent: 0, underWay: 0, lastSentAt: null },
    others: [skipped('empty', ['Mara Lind'])],
  },
];

test.each([
  [
    en,
    `1 of 4 digests went out by 08:31.
2 had nothing due: Ana Silva, Ben Okoro.
1 skipped: Chi Nguyen (away).
No manager’s sweep went out.
1 had nothing to say: Mara Lind.`,
  ],
  [
    de,
    `Tageslisten: 1 von 4 gesendet bis 08:31.
2 hatten nichts Fälliges: Ana Silva, Ben Okoro.
1 ausgelassen: Chi Nguyen (abwesend).
Montagsübersichten: keine gesendet.
1 hatte nichts zu sagen: Mara Lind.`,
  ],
])('a morning with nothing due is told apart from what was skipped', (words, said) => {
  const model = { paused: null, connected: true, zone: 'Europe/Berlin', today: '2026-11-17' };

  expect(readBlocks(buildDeliveryStatus({ ...model, kinds: KINDS }, words).blocks)).toBe(said);
});
