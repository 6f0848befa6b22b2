import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildBrief } from '../../../src/slack/views/brief-message.ts';
import { buildGiveModal, buildGivenModal } from '../../../src/slack/views/give-modal.ts';
import {
  buildHandOverDone,
  buildHandOverPreview,
  buildHandOverUndone,
} from '../../../src/slack/views/hand-over-message.ts';
import { buildHandOverModal } from '../../../src/slack/views/hand-over-modal.ts';
import { buildOwnerGoneNotice } from '../../../src/slack/views/owner-gone-notice.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, uuid } from '../../support/views.ts';

const ana = { id: uuid(100), name: 'Ana Silva' };
const ben = { id: uuid(101), name: 'Ben Okoro' };
const OWNED = { open: 3, promised: 1, overdue: 1, revisits: 1 };
const DAY = { today: TODAY, zone: 'Europe/Berlin' };

test('a hand-over says in German what it gives, and what it gave', () => {
  const preview = buildHandOverPreview({ from: ana, to: ben, scope: 'due', owned: OWNED }, de);
  const done = { from: ana.name, to: ben.name, batchId: uuid(1), count: 4 };

  expect(readBlocks(preview.blocks)).toBe(`*Interessenten von Ana Silva an Ben Okoro übergeben*
Bis heute fällig: 3 offene Interessenten, 1 zugesagt, 1 zu spät, 1 zum Wiederansehen.
Tage und Zusagen bleiben. Ben Okoro bekommt eine Nachricht darüber.
[4 Interessenten übergeben]`);
  expect(
    readBlocks(buildHandOverDone(done, de).blocks),
  ).toBe(`Übergeben: für 4 Interessenten von Ana Silva ist jetzt Ben Okoro zuständig.
[Rückgängig]
Rückgängig geht 24 Stunden lang.`);
});

test('what stayed after an undo is counted in all, however many names are shown', () => {
  const stayed = Array.from({ length: 12 }, (_, at) => ({ name: `Rep ${at}`, count: 2 }));
  const undone = { from: ana.name, to: ben.name, restored: 1, stayed };

  const english = readBlocks(buildHandOverUndone(undone, en).blocks);
  const german = readBlocks(
    buildHandOverUndone({ ...undone, stayed: [{ name: null, count: 1 }] }, de).blocks,
  );

  expect(english).toContain('Undone: 1 prospect is with Ana Silva again.');
  expect(english).toContain('24 stay with Ben Okoro: Rep 0 changed 2 since, Rep 1 changed 2 since');
  expect(german).toBe(`Rückgängig gemacht: für einen Interessenten ist wieder Ana Silva zuständig.
1 bleibt bei Ben Okoro, seither geändert: 1 von jemandem.`);
});

test('a brief and the notice of somebody gone read in German', () => {
  const rows = [
    prospectOf({ next: { on: '2026-11-20', promised: true, step: 'Preise schicken' } }),
  ];
  const brief = { by: 'Mara Lind', from: ana.name, owned: OWNED, rows, heldIds: new Set<string>() };
  const gone = { repId: ana.id, name: ana.name, leftOn: TODAY, owned: OWNED };

  expect(
    readBlocks(buildBrief({ ...brief, ...DAY }, de).blocks),
  ).toBe(`*Mara Lind hat dir 4 Interessenten von Ana Silva übergeben.*
3 offene Interessenten, 1 zugesagt, 1 zu spät, 1 zum Wiederansehen. Tage und Zusagen bleiben, wie sie waren.
*Dana Reyes, Acme*. Fr 20. Nov, zugesagt
Preise schicken. +1 512 555 0142 [Eintragen]
Und 3 weitere: öffne die Liste.
[Liste öffnen]`);
  expect(
    readBlocks(buildOwnerGoneNotice(gone, de).blocks),
  ).toBe(`*Ana Silva ist nicht mehr da.* 3 offene Interessenten, 1 zugesagt, 1 zu spät, 1 zum Wiederansehen.
Sie bleiben auf deiner Liste, bis jemand sie übernimmt.
[Übergeben] [Ansehen]`);
});

test('the forms of a hand-over ask and answer in German', () => {
  const meta = { v: 1 as const, nonce: uuid(1) };
  const prospect = prospectOf({ next: { on: '2026-11-20' } });
  const given = { ...meta, prospectId: uuid(1), version: 3 };
  const give = buildGiveModal({ meta: given, prospect, ownerName: 'You' }, de);
  const handOver = buildHandOverModal(
    { meta: { ...meta, fromRepId: ana.id }, from: { ...ana, owned: OWNED } },
    de,
  );

  expect([give.title.text, give.submit?.text]).toEqual(['Übergeben an', 'Übergeben']);
  expect(give.blocks[0]).toMatchObject({
    text: { text: '*Dana Reyes, Acme*\nJetzt zuständig: du. Tag und Zusage bleiben.' },
  });
  expect(give.blocks[1]).toMatchObject({ label: { text: 'Neu zuständig' } });
  expect(buildGivenModal({ prospect, ownerName: ben.name, ...DAY }, de).blocks[0]).toMatchObject({
    text: {
      text: 'Neu zuständig für Dana Reyes, Acme: Ben Okoro.\nNächster Schritt: Noch einmal anrufen, Fr 20. Nov.',
    },
  });
  expect(handOver.blocks[2]).toMatchObject({
    label: { text: 'Was' },
    element: {
      options: [{ text: { text: 'Alles' } }, { text: { text: 'Nur was bis heute fällig ist' } }],
    },
  });
});
