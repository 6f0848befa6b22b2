import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildProspectCard, type CardModel } from '../../../src/slack/views/prospect-card.ts';
import { buildListMessage } from '../../../src/slack/views/prospect-list.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, touchOf, uuid } from '../../support/views.ts';

const ZONE = 'Europe/Berlin';
const REPS = new Map([
  [uuid(100), 'You'],
  [uuid(101), 'Ben Okoro'],
]);

function card(change: Partial<CardModel> = {}): CardModel {
  return {
    prospect: prospectOf({
      ...{ interest: 'warm', snoozes: 2, email: 'dana@acme.example', importedContacts: 1 },
      ...{ importedLastContactOn: '2026-10-30', stoppedChannels: ['text'] },
    }),
    touches: [
      touchOf({ id: uuid(901), note: 'Voicemail full', points: 'Budget in Jan\nneeds SSO' }),
      touchOf({
        ...{ id: uuid(902), repId: uuid(101), channel: 'email', outcome: 'spoke' },
        ...{ touchedOn: '2026-11-12', answeredPromise: true, promiseKept: true },
        editedAt: new Date('2026-11-13T09:00:00Z'),
      }),
    ],
    ...{ contacts: 3, today: TODAY, zone: ZONE, warning: null, stopSaid: null, lifted: null },
    ...{ held: [], may: { end: true, manage: true }, mayEdit: () => true },
    lateYeses: { hits: 12, of: 20 },
    nameOf: (repId) => REPS.get(repId ?? '') ?? null,
    ...change,
  };
}

test('a card says where it stands, how to reach them and what happened', () => {
  const { text, blocks } = buildProspectCard(card(), en);

  expect(text).toBe('Dana Reyes, Acme');
  expect(readBlocks(blocks)).toBe(`*Dana Reyes, Acme*
Open, contact 3, owner you, warm, snoozed 2 times.
Next Tue 17 Nov (1 unanswered in a row: wait 2 working days): Call again. +1 512 555 0142
Most of our Yeses come at contact 5 or later: 12 of 20 in a year.
Reach: <mailto:dana@acme.example|dana@acme.example>, +1 512 555 0142
They asked us not to use: text.
*Timeline*
Tue 17 Nov: call, no answer. You
Note: Voicemail full
Points: Budget in Jan / needs SSO
Thu 12 Nov: email, we talked, promise kept, edited. Ben Okoro
Imported with 1 contact, last on Fri 30 Oct.
[Log a touch] [Change a touch] [Give to…] [Lift the stop…] [Not a prospect]`);
});

test('a card reads in German', () => {
  const { blocks } = buildProspectCard(card(), de);

  expect(readBlocks(blocks)).toBe(`*Dana Reyes, Acme*
Offen, Kontakt 3, zuständig: du, warm, 2-mal verschoben.
Nächster Schritt Di 17. Nov (1 in Folge ohne Antwort: 2 Arbeitstage warten): Noch einmal anrufen. +1 512 555 0142
Meist kommt das Ja bei Kontakt 5 oder später: 12 von 20 in einem Jahr.
Erreichbar: <mailto:dana@acme.example|dana@acme.example>, +1 512 555 0142
Möchte auf diesen Wegen nicht kontaktiert werden: SMS.
*Verlauf*
Di 17. Nov: Anruf, nicht erreicht. Du
Notiz: Voicemail full
Punkte: Budget in Jan / needs SSO
Do 12. Nov: E-Mail, ausgetauscht, Zusage gehalten, geändert. Ben Okoro
Importiert mit 1 Kontakt (zuletzt am Fr 30. Okt).
[Kontakt eintragen] [Kontakt ändern] [Übergeben an…] [Sperre aufheben…] [Kein Interessent]`);
});

test('a card of somebody stopped says in German what still goes', () => {
  const model = card({
    prospect: prospectOf({ standing: { status: 'stopped', next: null } }),
    ...{ touches: [], contacts: 0, may: { end: false, manage: false }, lateYeses: null },
    stopSaid: ({ endings }) => endings.askedToStop('3. Juli (Ana)'),
  });

  const shown = readBlocks(buildProspectCard(model, de).blocks);

  expect(shown).toContain(
    'Möchte nicht mehr kontaktiert werden, noch kein Kontakt, zuständig: du.',
  );
  expect(shown).toContain(
    'Möchte seit 3. Juli (Ana) nicht mehr kontaktiert werden. Nur „Hat sich gemeldet“ lässt sich eintragen. Die Teamleitung kann das aufheben.',
  );
  expect(shown).toContain('Noch nichts eingetragen.');
});

test('a list reads in German, rows and which of all they are', () => {
  const promised = { on: '2026-11-20', promised: true, step: 'Preise schicken' };
  const list = {
    ...{ title: [de.card.list.your.week], from: 0, total: 3, heldIds: new Set([uuid(2)]) },
    rows: [prospectOf({ next: promised }), prospectOf({ id: uuid(2), name: 'Tom Okafor' })],
    ...{ scope: 'week' as const, today: TODAY, zone: ZONE, empty: de.card.list.nothingDue },
    nameOf: () => 'Ben Okoro',
  };

  expect(
    readBlocks(buildListMessage(list, de).blocks),
  ).toBe(`*Deine Follow-ups bis Sonntag: 3 Interessenten*
*Dana Reyes, Acme*. Fr 20. Nov, zugesagt, von Ben Okoro
Preise schicken. +1 512 555 0142 [Eintragen]
*Tom Okafor, Acme*. Heute, von Ben Okoro
Angehalten: gleiche Telefonnummer wie jemand, der nicht mehr kontaktiert werden möchte. Die Teamleitung entscheidet. [Eintragen]
1 bis 2 von 3. Zum Suchen: /followup show NAME.
[Nächste 1]`);
});

test.each([
  [en, 'Your follow-ups, overdue\nNothing. Well kept.'],
  [de, 'Deine Follow-ups, zu spät\nNichts. Alles im Griff.'],
])('an empty list has no count', (words, said) => {
  const { your, nothingDue } = words.card.list;
  const list = {
    ...{
      title: [your.overdue],
      rows: [],
      from: 0,
      total: 0,
      scope: null,
      heldIds: new Set<string>(),
    },
    ...{ today: TODAY, zone: ZONE, empty: nothingDue },
  };

  expect(readBlocks(buildListMessage(list, words).blocks).replaceAll('*', '')).toBe(said);
});

test.each([
  ['Ben', 'Ben hat gestern angerufen.', 'Ben called yesterday.'],
  ['You', 'Du hast gestern angerufen.', 'You called yesterday.'],
  [null, 'Jemand hat gestern angerufen.', 'Somebody called yesterday.'],
])('a warning about %s has its verb in each language', (name, german, english) => {
  const warning = {
    ...{ name, channel: 'call' as const },
    ...{ touchedOn: '2026-11-16', betterFrom: '2026-11-19' },
  };

  expect(readBlocks(buildProspectCard(card({ warning }), de).blocks)).toContain(
    `${german} Besser ab Do 19. Nov.`,
  );
  expect(readBlocks(buildProspectCard(card({ warning }), en).blocks)).toContain(
    `${english} Better from Thu 19 Nov.`,
  );
});
