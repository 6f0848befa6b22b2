import { expect, test } from 'vitest';
import type { Crack, Cracked } from '../../../src/domain/cracks.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import {
  buildNudge,
  buildOwnCracks,
  buildSeenCracks,
} from '../../../src/slack/views/crack-list.ts';
import { buildNotedModal } from '../../../src/slack/views/crack-note-modal.ts';
import { buildSweep } from '../../../src/slack/views/manager-sweep.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, uuid } from '../../support/views.ts';

function cracked(name: string, crack: Crack, note: string | null = null): Cracked {
  return {
    ...{ prospectId: uuid(1), ownerId: uuid(100), name, company: null, externalId: null },
    ...{ nextOn: TODAY, version: 1, crack, note },
  };
}

const ROWS = [
  cracked('Dana Reyes', { kind: 'promise_missed', since: '2026-11-10' }, 'Waiting for legal'),
  cracked('Tom Okafor', { kind: 'promise_missed', since: '2026-11-12' }),
  cracked('Mia Lund', { kind: 'slipping', workingDays: 7 }),
  cracked('Lea Kurz', { kind: 'snoozed', times: 4 }),
  cracked('Ira Cole', { kind: 'untouched', days: 20 }),
  cracked('Sam Ode', { kind: 'untouched', days: 12 }),
];

const SWEEP = {
  ...{ on: '2026-11-16', today: TODAY, ownRepId: uuid(101), total: 7, lastTotal: 3 },
  groups: [
    { repId: uuid(100), name: 'Ben Okoro', rows: ROWS },
    { repId: uuid(101), name: 'Mara Lind', rows: ROWS.slice(0, 1) },
  ],
  gone: [
    {
      ...{ repId: uuid(102), name: 'Ana Silva', leftOn: '2026-11-13' },
      owned: { open: 12, promised: 2, overdue: 1, revisits: 0 },
    },
  ],
  othersAreClear: true,
};

test('a sweep counts rep by rep, with the lines beside', () => {
  expect(
    readBlocks(buildSweep(SWEEP, en).blocks),
  ).toBe(`*Cracks, Mon 16 Nov: 7 prospects (last Monday 3).*
*Ben Okoro 6*: 2 promises missed, oldest Tue 10 Nov; 1 slipping 7 working days; 1 snoozed 4 times; 2 untouched up to 20 days.
Dana Reyes: “Waiting for legal”
[See] [Nudge]
*You 1*: 1 promise missed, Tue 10 Nov.
Dana Reyes: “Waiting for legal”
[See]
Ana Silva left Fri 13 Nov: 12 open prospects, 2 promised, 1 overdue. [Hand over]
Others: none.`);
});

test('a sweep reads in German, and no sentence ends with two full stops', () => {
  const { text, blocks } = buildSweep(SWEEP, de);

  expect(text).toBe('Durchgerutscht, Mo 16. Nov: 7 Interessenten (letzten Montag 3).');
  expect(readBlocks(blocks)).toBe(`*Durchgerutscht, Mo 16. Nov: 7 Interessenten (letzten Montag 3).*
*Ben Okoro 6*: 2 Zusagen verpasst, die älteste Di 10. Nov; 1 liegen geblieben, 7 Arbeitstage; 1 verschoben, 4-mal; 2 ohne Kontakt, bis zu 20 Tage.
Dana Reyes: „Waiting for legal“
[Ansehen] [Nachfragen]
*Du 1*: 1 Zusage verpasst, Di 10. Nov.
Dana Reyes: „Waiting for legal“
[Ansehen]
Ana Silva ist seit Fr 13. Nov nicht mehr da: 12 offene Interessenten, 2 zugesagt, 1 zu spät. [Übergeben]
Bei allen anderen: nichts.`);
});

test('what goes to the manager reads in German', () => {
  const own = {
    ...{ sweepOn: '2026-11-23', announcedOn: '2026-11-20', today: TODAY, rows: ROWS.slice(0, 4) },
    ...{ isAnnounced: false, isOwnManager: false },
  };

  expect(
    readBlocks(buildOwnCracks(own, de).blocks),
  ).toBe(`*Was deine Teamleitung am Mo 23. Nov sieht: 4 Interessenten*
*Dana Reyes*. Zugesagt für Di 10. Nov, verpasst.
„Waiting for legal“ [Zeile ändern]
*Tom Okafor*. Zugesagt für Do 12. Nov, verpasst. [Zeile dazuschreiben]
*Mia Lund*. Seit 7 Arbeitstagen liegen geblieben. [Zeile dazuschreiben]
*Lea Kurz*. 4-mal verschoben. [Zeile dazuschreiben]
Ein Kontakt nimmt einen Interessenten heraus; deine Zeile steht daneben. Was am Fr 20. Nov noch hier steht, geht dorthin.`);
});

test.each([
  [en, '*What your manager sees on Mon 23 Nov*\nNothing of yours goes there.'],
  [de, '*Was deine Teamleitung am Mo 23. Nov sieht*\nVon dir steht dort nichts.'],
])('nothing for the manager has no count', (words, said) => {
  const own = {
    ...{ sweepOn: '2026-11-23', announcedOn: '2026-11-20', today: TODAY, rows: [] },
    ...{ isAnnounced: false, isOwnManager: false },
  };

  expect(readBlocks(buildOwnCracks(own, words).blocks)).toBe(said);
});

test('a manager sees and asks in German, and a line is kept in German', () => {
  const rows = ROWS.slice(4);
  const seen = buildSeenCracks({ name: 'Ben Okoro', rows, today: TODAY }, de);
  const asked = buildNudge({ by: 'Mara Lind', rows: rows.slice(0, 1), today: TODAY }, de);
  const noted = buildNotedModal({ prospect: prospectOf({ crackNote: 'Urlaub' }) }, de);

  expect(readBlocks(seen.blocks)).toBe(`*Ben Okoro: 2 Interessenten*
*Ira Cole*. Seit 20 Tagen kein Kontakt.
*Sam Ode*. Seit 12 Tagen kein Kontakt.`);
  expect(asked.text).toBe(
    'Mara Lind fragt nach einem Interessenten, der etwas Hilfe brauchen kann.',
  );
  expect(noted.blocks[0]).toMatchObject({
    text: { text: 'Neben Dana Reyes, Acme steht:\n„Urlaub“' },
  });
});
