import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildEndingAnswer } from '../../../src/slack/views/ending-answer.ts';
import { buildHeldMessage } from '../../../src/slack/views/held-matches.ts';
import { buildLiftStopModal } from '../../../src/slack/views/lift-stop-modal.ts';
import { buildReopenChoice } from '../../../src/slack/views/reopen-choice.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, uuid } from '../../support/views.ts';

const DAY = { today: TODAY, zone: 'Europe/Berlin' };
const none = prospectOf({
  standing: { status: 'not_a_prospect', next: null },
  closedReason: 'duplicate',
});
const lifted = prospectOf({ next: { action: 'first_contact', rule: { kind: 'lifted' } } });

test('an ending says what became of somebody and what comes next', () => {
  const done = { kind: 'lifted', channel: 'text', others: 1 } as const;

  const { text, blocks } = buildEndingAnswer({ ...DAY, prospect: lifted, done }, en);

  expect(text).toBe('Stop lifted: Dana Reyes, Acme.');
  expect(readBlocks(blocks)).toBe(`*Stop lifted*: Dana Reyes, Acme.
Text is allowed again.
*Next*: call Tue 17 Nov (the stop was lifted).
Lifted with it: 1 other entry of theirs.
[Log a touch]`);
});

test('endings read in German', () => {
  const done = { kind: 'lifted', channel: 'text', others: 2 } as const;
  const free = buildEndingAnswer({ ...DAY, prospect: lifted, done }, de);
  const out = buildEndingAnswer({ ...DAY, prospect: none, done: { kind: 'not_a_prospect' } }, de);

  expect(readBlocks(free.blocks)).toBe(`*Kontaktsperre aufgehoben*: Dana Reyes, Acme.
Wieder erlaubt: SMS.
*Nächster Schritt*: Anrufen, Di 17. Nov (die Sperre wurde aufgehoben).
Mit aufgehoben: 2 weitere Einträge derselben Person.
[Kontakt eintragen]`);
  expect(readBlocks(out.blocks)).toBe(`*Kein Interessent (Doppelt erfasst)*: Dana Reyes, Acme.
In keiner Liste, Auswertung und Rangliste mehr.
[Rückgängig]`);
});

test('who is held, and which of several to re-open, is asked in German', () => {
  const eli = prospectOf({ id: uuid(2), name: 'Eli Reyes', company: null });
  const row = {
    ...{ prospect: eli, stopped: lifted },
    said: () => de.endings.samePhone('Dana Reyes', '3. Juli (Ana)'),
  };
  const held = { rows: [row], total: 1, decided: { prospect: lifted, verdict: 'other' as const } };

  expect(
    readBlocks(buildHeldMessage(held, de).blocks),
  ).toBe(`*Dana Reyes, Acme*: jemand anders. Es geht weiter; nach diesen beiden wird nicht mehr gefragt.
*Angehalten für die Teamleitung: 1 Interessent*
*Eli Reyes*
Gleiche Telefonnummer wie Dana Reyes: möchte seit 3. Juli (Ana) nicht mehr kontaktiert werden.
[Dieselbe Person: sperren] [Jemand anders: weiter]`);
  expect(
    readBlocks(buildReopenChoice({ query: 'dana', rows: [none] }, de).blocks),
  ).toBe(`*Wer ist mit „dana“ gemeint?*
*Dana Reyes, Acme*. Kein Interessent (Doppelt erfasst). [Wieder öffnen]`);
});

test('the form to lift a stop asks in German', () => {
  const meta = { v: 1 as const, nonce: uuid(1), prospectId: uuid(2), version: 3 };
  const stopSaid = () => de.endings.askedToStop('3. Juli');
  const form = { meta, label: 'Dana Reyes, Acme', stopSaid, channels: [] };

  const { title, submit, blocks } = buildLiftStopModal(form, de);

  expect([title.text, submit?.text]).toEqual(['Sperre aufheben', 'Aufheben']);
  expect(blocks[0]).toMatchObject({
    text: {
      text: `Dana Reyes, Acme. Möchte seit 3. Juli nicht mehr kontaktiert werden.
Danach ist heute ein Follow-up fällig, und Importe nehmen die Person wieder auf.`,
    },
  });
  expect(blocks[1]).toMatchObject({ label: { text: 'Grund' } });
});
