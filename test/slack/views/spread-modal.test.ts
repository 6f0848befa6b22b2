import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import {
  buildSpreadDone,
  buildSpreadModal,
  buildSpreadUndone,
} from '../../../src/slack/views/spread-modal.ts';
import { readView } from '../../support/read-blocks.ts';
import { TODAY, uuid } from '../../support/views.ts';

const meta = { v: 1 as const, nonce: 'n1' };
const plan = {
  ...{ due: 32, pace: 15 },
  moves: [{ prospectId: uuid(1), on: '2026-11-18' }],
  days: [
    { on: TODAY, rows: 1, moved: 0 },
    { on: '2026-11-18', rows: 15, moved: 11 },
    { on: '2026-11-19', rows: 2, moved: 2 },
  ],
};

test('the preview of a spread says what stays and what each day takes', () => {
  expect(
    readView(buildSpreadModal({ meta, plan, today: TODAY }, en)),
  ).toBe(`*32 due, your pace is 15.*
1 would move to the next working days with room.
Today: 1 stays
Wed 18 Nov: 11 on top of 4
Thu 19 Nov: 2
Promises, conversations and dates you picked stay. Nothing is deleted, and for 24 hours it can be undone.`);
});

test('in German the preview of a spread reads like this', () => {
  expect(
    readView(buildSpreadModal({ meta, plan, today: TODAY }, de)),
  ).toBe(`*32 fällig, dein Pensum ist 15.*
1 würde auf die nächsten Arbeitstage mit Platz rücken.
Heute: 1 bleibt
Mi 18. Nov: 11 zusätzlich zu 4
Do 19. Nov: 2
Zusagen, Gespräche und von dir gewählte Tage bleiben. Nichts wird gelöscht, und 24 Stunden lang lässt es sich rückgängig machen.`);
});

test.each([
  [['2026-11-18'], en, '*17 moved* to Wed 18 Nov.'],
  [['2026-11-18', '2026-11-19'], de, '*17 verteilt* auf Mi 18. Nov und Do 19. Nov.\n'],
  [['2026-11-18', '2026-11-19', '2026-11-20'], en, '*17 moved* to 3 days from Wed 18 Nov to Fri'],
  [['2026-11-18', '2026-11-19', '2026-11-20'], de, '*17 verteilt* auf 3 Tage von Mi 18. Nov bis'],
])('a spread over %j says to which days', (days, words, text) => {
  const done = { batchId: uuid(1), moved: 17, days, today: TODAY };

  expect(readView(buildSpreadDone(done, words))).toContain(text);
});

test.each([
  [{ restored: 1, stayed: 0 }, '1 steht wieder an seinem Tag.'],
  [
    { restored: 2, stayed: 1 },
    '2 stehen wieder an ihrem Tag. 1 Follow-up hat sich seitdem geändert und bleibt.',
  ],
])('in German an undone spread counts right (%#)', (undone, text) => {
  expect(buildSpreadUndone(undone, de).text).toBe(text);
});
