import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { buildSnoozeModal } from '../../../src/slack/views/snooze-modal.ts';
import {
  buildSnoozeAnswer,
  buildSnoozeQuestion,
  buildWaitingModal,
} from '../../../src/slack/views/snooze-question.ts';
import { readView } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, uuid, ZONE } from '../../support/views.ts';

const META = {
  ...{ v: 1 as const, nonce: 'n1', prospectId: uuid(1), version: 3 },
  ...{ on: '2026-11-18', agreed: null },
};
const prospect = prospectOf({ snoozes: 2, next: { on: '2026-11-18' } });

test('in German the question what is in the way reads like this', () => {
  const view = buildSnoozeQuestion({ meta: META, prospect, today: TODAY, restDays: 21 }, de);

  expect([view.title.text, view.submit?.text]).toEqual([
    'Was steht im Weg?',
    'Trotzdem verschieben',
  ]);
  expect(readView(view)).toBe(`*Dana Reyes, Acme*. Zum 3. Mal in Folge verschieben, auf Mi 18. Nov.
Die Teamleitung sieht, wer 3-mal verschoben wurde. Mit einem Kontakt beginnt die Zählung neu.
*Später gewünscht.*
Der genannte Tag wird zur Zusage. [Eintragen]
*Wartet auf uns.*
Der nächste Schritt ist dann, am Mi 18. Nov nachzuhaken. [Nachhaken]
*Keine Zeit.*
Was fällig ist, wird auf Tage mit Platz verteilt. [Platz schaffen]
*Lohnt sich nicht.*
Damit ist Schluss, mit dem Grund. [Nein eintragen]
Oder Pflege: in 21 Tagen etwas Nützliches, keine Anrufe. [Pflege]`);
});

test('in German a promise asks whether its new day was agreed', () => {
  const form = { meta: META, prospect, on: null, promised: true };

  const shown = JSON.stringify(buildSnoozeModal(form, de).blocks);

  expect(shown).toContain(
    '*Dana Reyes, Acme*\\nDu hast einen Tag zugesagt. Ist der neue gemeinsam vereinbart?',
  );
  expect(shown).toContain('Innerhalb von 30 Tagen.');
  expect(shown).toContain('Nein: es zählt als nicht gehaltene Zusage');
});

test('in German the answer says what became of it', () => {
  const answer = { prospect, became: 'nurtured' as const, today: TODAY, zone: ZONE };

  expect(readView(buildSnoozeAnswer(answer, de))).toBe(`*Dana Reyes, Acme*. Jetzt in der Pflege.
Nächster Schritt: Noch einmal anrufen, Mi 18. Nov.`);
});

test('what we wait for leaves room for the verb of its language', () => {
  const view = buildWaitingModal({ meta: META }, de);

  expect(view.blocks[0]).toMatchObject({ element: { max_length: 300 - 'Nachhaken: '.length } });
});
