import { expect, test } from 'vitest';
import type { DigestModel, DoneRow, DueRow } from '../../../src/domain/digest-model.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildCompactDigest, buildDigestMessage } from '../../../src/slack/views/digest-message.ts';
import { buildDueBlocks } from '../../../src/slack/views/digest-rows.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, uuid } from '../../support/views.ts';

const ZONE = 'Europe/Berlin';

const at = new Date('2026-11-17T09:00:00Z');

function row(
  position: number,
  section: DueRow['section'],
  change: Parameters<typeof prospectOf>[0],
): DueRow {
  const prospect = prospectOf({ id: uuid(position), ...change });
  return { position, prospect, section, points: null, warning: null, isHeld: false };
}

const DUE: DueRow[] = [
  {
    ...row(0, 'promised_today', { next: { at, promised: true, step: 'Send pricing' } }),
    points: 'budget in Jan\nneeds SSO',
  },
  row(1, 'promise_missed', {
    ...{ name: 'Tom Okafor', company: 'Birch', email: 'tom@birch.example', phone: null },
    next: { on: '2026-11-16', promised: true, step: 'Case study', channel: 'email' },
  }),
  row(2, 'revisit', {
    ...{ name: 'Ola Berg', company: null },
    standing: { status: 'won', next: null, revisitOn: TODAY },
  }),
  row(3, 'overdue', {
    ...{ name: 'Mia Lund', company: 'Nordic', phone: '+46 8 555 0120' },
    next: { on: '2026-11-15', action: 'leave_message', channel: 'text' },
  }),
  {
    ...row(4, 'due_today', { name: 'Ira Cole', company: 'Elm', phone: null }),
    warning: { name: 'Ben', channel: 'call', touchedOn: '2026-11-16', betterFrom: '2026-11-18' },
  },
  row(5, 'due_today', { name: 'Lea Kurz', company: 'Fir', snoozes: 3, phone: null }),
  row(6, 'in_line', { name: 'Sam Ode', company: 'Oak', next: { action: 'first_contact' } }),
];

function model(change: Partial<DigestModel> = {}): DigestModel {
  return {
    ...{ today: TODAY, drawnAt: at, zone: ZONE, due: DUE, done: [], spread: null },
    lateSince: null,
    ...{ promisedCount: 1, firstTime: '10:00', nextDay: { on: '2026-11-18', count: 4 } },
    teamSees: { at: '09:15', slipping: 1, inTotal: false },
    toManager: null,
    ...change,
  };
}

test('a morning of seven rows reads like this', () => {
  const { text, blocks } = buildDigestMessage(model(), en);

  expect(text).toBe('Tue 17 Nov. 7 today, 1 promised, first 10:00.');
  expect(readBlocks(blocks)).toBe(`*Tue 17 Nov. 7 today, 1 promised, first 10:00.*
*Dana Reyes, Acme*. Promised 10:00
Send pricing. +1 512 555 0142
Points: budget in Jan; needs SSO [Log Dana]
*Tom Okafor, Birch*. Promised Mon
Case study, 1 day late. <mailto:tom@birch.example|tom@birch.example> [Log Tom]
*Ola Berg*. Won. Time to check in [Decide: Ola]
*Mia Lund, Nordic*. 2 days late
Leave a message, “happy to carry on, I know you are busy”. +46 8 555 0120 [Log Mia]
*Ira Cole, Elm*. Due today
Call again.
Ben called yesterday. Better from Wed 18 Nov. [Log Ira]
*Lea Kurz, Fir*. Snoozed 3 times
Call again. [Log Lea]
*Sam Ode, Oak*. New in line
Call. +1 512 555 0142 [Log Sam]
Tomorrow 4.
The team sees at 09:15: you, 1 slipping. Log it before and it shows 0.
[No answer: Dana Reyes] [Open list] [Log a touch]`);
});

test('the foot has a button for the first one to call: what it says aloud is whole', () => {
  const name = 'Alexandrina Featherstonehaugh';
  const calls = [
    row(0, 'due_today', { phone: null, next: { channel: 'email' } }),
    row(1, 'due_today', { name }),
    row(2, 'due_today', {}),
  ];

  const { blocks } = buildDigestMessage(model({ due: calls }), en);

  expect(blocks.at(-1)).toMatchObject({
    elements: [
      {
        text: { text: 'No answer: Alexandrina Featherston…' },
        accessibility_label: 'Log call, no answer: Alexandrina Featherstonehaugh, Acme',
        value: `1.no_answer.${uuid(1)}.3`,
      },
      { text: { text: 'Open list' } },
      { text: { text: 'Log a touch' } },
    ],
  });
});

test('the foot has no such button for somebody below the rows that are shown', () => {
  const emails = Array.from({ length: 10 }, (_, position) =>
    row(position, 'overdue', { phone: null, next: { channel: 'email' } }),
  );

  const { blocks } = buildDigestMessage(model({ due: [...emails, row(10, 'due_today', {})] }), en);

  expect(readBlocks(blocks)).not.toContain('No answer');
});

test('done rows say what was done, by whom, and what comes next', () => {
  const logged = {
    kind: 'logged',
    outcome: 'no_answer',
    channel: 'call',
    touchId: uuid(9),
  } as const;
  const done: DoneRow[] = [
    {
      ...{ position: 0, at, deed: { ...logged, by: null } },
      prospect: prospectOf({ next: { on: '2026-11-19', step: 'Send pricing' } }),
    },
    {
      ...{ position: 1, at, deed: { ...logged, by: '*Ben*' } },
      prospect: prospectOf({ standing: { status: 'lost', next: null } }),
    },
    { position: 2, at, deed: { kind: 'snoozed', by: null }, prospect: prospectOf() },
  ];

  const { blocks } = buildDigestMessage(model({ due: [], done, teamSees: null }), en);

  expect(readBlocks(blocks)).toBe(`*Tue 17 Nov. Nothing left: 2 done, 1 put off.*
Dana Reyes, Acme. Logged: call, no answer.
Next: Send pricing, Thu 19 Nov. [Undo]
Dana Reyes, Acme. Logged by *Ben*: call, no answer.
Lost. Out of every list.
Dana Reyes, Acme. Snoozed.
Next: call again Tue 17 Nov.
Tomorrow 4.
[Open list] [Log a touch]`);
});

test.each([
  ['send the case study', 'Send the case study.'],
  ['call', 'Call.'],
  ['über Preise sprechen', 'Über Preise sprechen.'],
  ['iPad offer', 'iPad offer.'],
  ['dana@acme.example again', 'dana@acme.example again.'],
  ['dana.reyes@acme.example', 'dana.reyes@acme.example.'],
  ['3 questions', '3 questions.'],
])('the step “%s” stands as %s', (step, line) => {
  const due = [row(0, 'due_today', { phone: null, next: { step } })];

  expect(readBlocks(buildDueBlocks(model({ due }), { words: en, from: 0 }))).toContain(
    `Due today\n${line} [`,
  );
});

test.each([
  ['snoozed', en, 'Tue 17 Nov. 0 of 2 done, 1 put off.'],
  ['nurtured', en, 'Tue 17 Nov. 0 of 2 done, 1 put off.'],
  ['revisit_moved', de, 'Di 17. Nov: 0 von 2 erledigt, 1 verschoben.'],
  ['dropped', en, 'Tue 17 Nov. 1 of 2 done.'],
] as const)('in the header a row that was %s counts as that', (kind, words, text) => {
  const done = [{ position: 1, at, deed: { kind, by: null }, prospect: prospectOf() }];

  expect(buildDigestMessage(model({ due: DUE.slice(0, 1), done }), words).text).toBe(text);
});

test('in German a day with nothing left says what was put off', () => {
  const done = [
    { position: 1, at, deed: { kind: 'snoozed', by: null }, prospect: prospectOf() },
  ] as const;

  expect(buildDigestMessage(model({ due: [], done: [...done] }), de).text).toBe(
    'Di 17. Nov: Nichts mehr offen, 0 erledigt, 1 verschoben.',
  );
});

test('what a colleague is called does not format', () => {
  const deed = { kind: 'snoozed', by: '*Ben*' } as const;
  const done: DoneRow[] = [{ position: 0, at, deed, prospect: prospectOf() }];

  const { blocks } = buildDigestMessage(model({ due: [], done }), en);

  expect(blocks[1]).toMatchObject({ text: { type: 'plain_text' } });
});

test.each([
  ['nothing due', { due: [] }, 'Tue 17 Nov. Nothing due. Tomorrow 4.'],
  [
    'nothing but a promise for a day off',
    { due: [row(0, 'before_back', {})], promisedCount: 0 },
    'Tue 17 Nov. Nothing due today. 1 before you are back.',
  ],
  ['no promises', { promisedCount: 0, firstTime: null }, 'Tue 17 Nov. 7 today.'],
  [
    'sent late',
    { lateSince: '08:30', promisedCount: 0, firstTime: null },
    'Tue 17 Nov. 7 today. Sent late: planned for 08:30.',
  ],
])('the lock screen with %s', (_what, change, text) => {
  expect(buildDigestMessage(model(change), en).text).toBe(text);
});

test('promises of days off ahead stand under their heading and are named apart', () => {
  const ahead = row(7, 'before_back', { next: { on: '2026-11-21', promised: true } });
  const { text, blocks } = buildDigestMessage(
    model({ due: [...DUE, ahead], nextDay: { on: '2026-11-23', count: 1 }, teamSees: null }),
    en,
  );

  expect(text).toBe('Tue 17 Nov. 7 today, 1 promised, first 10:00. 1 before you are back.');
  expect(readBlocks(blocks)).toContain(`*Sam Ode, Oak*. New in line
Call. +1 512 555 0142 [Log Sam]
*Before you are back, Mon 23 Nov*
*Dana Reyes, Acme*. Promised Sat 21 Nov
Call again. +1 512 555 0142 [Log Dana]
Mon 23 Nov: 1.`);
});

test('however full the day is, promises of days off ahead are shown', () => {
  const today = Array.from({ length: 12 }, (_, i) =>
    row(i, 'due_today', { name: `Prospect ${i}` }),
  );
  const due = [...today, row(12, 'before_back', { name: 'Sara Saturday' })];

  const shown = readBlocks(buildDigestMessage(model({ due }), en).blocks);

  expect(shown).toContain('Sara Saturday');
  expect(shown).toContain('And 2 more: open the list.');
});

test.each([
  [
    'an offer',
    { kind: 'offer', due: 32, pace: 15, days: 2 } as const,
    '32 due, your pace is 15. [Spread over 2 other days…]',
  ],
  [
    'what was moved',
    { kind: 'moved', batchId: uuid(7), count: 17, until: '2026-11-19' } as const,
    '17 moved to days with room, up to Thu 19 Nov. [Undo]',
  ],
])('a full day has %s below the header', (_what, spread, words) => {
  const { blocks } = buildDigestMessage(model({ spread }), en);

  expect(readBlocks(blocks.slice(1, 2))).toBe(words);
});

test.each([
  ['a Monday ahead', { nextDay: { on: '2026-11-23', count: 1 }, teamSees: null }, 'Mon 23 Nov: 1.'],
  [
    'nothing on Monday',
    { nextDay: { on: '2026-11-23', count: 0 }, teamSees: null },
    'Nothing on Mon 23 Nov.',
  ],
  [
    'nothing tomorrow',
    { nextDay: { on: '2026-11-18', count: 0 }, teamSees: null },
    'Nothing tomorrow.',
  ],
  [
    'three slipping in a team that shows a total',
    { teamSees: { at: '09:15', slipping: 3, inTotal: true } },
    'Tomorrow 4.\nThe team sees at 09:15: a total without names, 3 of it yours. Log them before and yours is 0.',
  ],
  [
    'three slipping',
    { teamSees: { at: '09:15', slipping: 3, inTotal: false } },
    'Tomorrow 4.\nThe team sees at 09:15: you, 3 slipping. Log them before and it shows 0.',
  ],
  ['nothing slipping', { teamSees: { at: '09:15', slipping: 0, inTotal: false } }, 'Tomorrow 4.'],
])('the foot with %s', (_what, change, foot) => {
  const { blocks } = buildDigestMessage(model({ due: DUE.slice(0, 1), ...change }), en);

  expect(readBlocks(blocks.slice(2, 3))).toBe(foot);
});

test('rows past the tenth are counted', () => {
  const due = Array.from({ length: 12 }, (_, i) => row(i, 'due_today', { name: `Prospect ${i}` }));

  expect(readBlocks(buildDigestMessage(model({ due }), en).blocks)).toContain(
    'And 2 more: open the list.',
  );
  expect(readBlocks(buildCompactDigest(model({ due }), en).blocks)).toContain(
    'And 2 more: open the list.',
  );
});

test('case 66: four hundred overdue rows of long words stay far below Slack’s limits', () => {
  const long = { name: 'N'.repeat(255), company: 'C'.repeat(255), next: { step: 'S'.repeat(300) } };
  const due = Array.from({ length: 400 }, (_none, index) => row(index, 'overdue', long));

  const { blocks, text } = buildDigestMessage(model({ due }), en);

  expect(blocks.length).toBeLessThan(50);
  expect(readBlocks(blocks).length + text.length).toBeLessThan(10_000);
  expect(readBlocks(blocks)).toContain('And 390 more: open the list.');
});

test.each([
  ['Dr. Dana Reyes', 'Acme', 'Log Dana'],
  [null, 'Acme Northwind', 'Log Acme'],
  ['Bartholomew-Christopher Lee', null, 'Log Bartholomew-Chr…'],
  ['J. R.', null, 'Log J. R.'],
])('the menu of %s, %s is called “%s”', (name, company, called) => {
  const due = [row(0, 'due_today', { name, company, phone: null })];

  expect(readBlocks(buildDueBlocks(model({ due }), { words: en, from: 0 }))).toContain(
    `[${called}]`,
  );
});

test('every row has an id of its own, and a new one in each drawing', () => {
  const idsOf = (drawnAt: Date) =>
    buildDueBlocks(model({ drawnAt }), { words: en, from: 0 }).map((block) => block.block_id ?? '');

  const ids = [...idsOf(at), ...idsOf(new Date('2026-11-17T09:00:01Z'))];
  expect(new Set(ids).size).toBe(14);
});

test.each([
  ['1 goes to your manager Monday.', 1, false],
  ['3 go to your manager Monday.', 3, false],
  ['1 stands in your sweep Monday.', 1, true],
  ['3 stand in your sweep Monday.', 3, true],
])('the foot says “%s”', (said, count, isOwn) => {
  const prospectIds = Array.from({ length: count }, (_, number) => uuid(number));
  const toManager = { sweepOn: '2026-11-23', prospectIds, isOwn };

  const shown = readBlocks(buildDigestMessage(model({ toManager }), en).blocks);

  expect(shown).toContain(said);
  expect(shown).toContain('What goes Monday');
});

test('a German morning reads like this', () => {
  const deed = { kind: 'logged', outcome: 'no_answer', channel: 'call', touchId: uuid(9) } as const;
  const next = { on: '2026-11-19', rule: { kind: 'conversation', wait: 3 } } as const;
  const done = [
    { ...{ position: 7, at, deed: { ...deed, by: 'Ben' } }, prospect: prospectOf({ next }) },
  ];
  const { text, blocks } = buildDigestMessage(model({ due: DUE.slice(1, 5), done }), de);

  expect(text).toBe('Di 17. Nov: 1 von 5 erledigt.');
  expect(readBlocks(blocks)).toBe(`*Di 17. Nov: 1 von 5 erledigt.*
*Tom Okafor, Birch*. Zugesagt Mo
Case study, 1 Tag zu spät. <mailto:tom@birch.example|tom@birch.example> [Eintragen: Tom]
*Ola Berg*. Gewonnen. Zeit, sich zu melden [Entscheiden: Ola]
*Mia Lund, Nordic*. 2 Tage zu spät
Nachricht hinterlassen: „gerne weiter, ich weiß, Sie haben viel zu tun“. +46 8 555 0120 [Eintragen: Mia]
*Ira Cole, Elm*. Heute fällig
Noch einmal anrufen.
Ben hat gestern angerufen. Besser ab Mi 18. Nov. [Eintragen: Ira]
Dana Reyes, Acme. Eingetragen von Ben: Anruf, nicht erreicht.
Nächster Schritt: Noch einmal anrufen, Do 19. Nov.
Morgen 4.
Das Team sieht um 09:15: du, 1 liegen geblieben. Trag es vorher ein, dann steht da 0.
[Liste öffnen] [Kontakt eintragen]`);
});

test.each([
  [
    'nothing on Monday',
    { nextDay: { on: '2026-11-23', count: 0 }, teamSees: null },
    'Nichts am Mo 23. Nov.',
  ],
  [
    'nothing tomorrow',
    { nextDay: { on: '2026-11-18', count: 0 }, teamSees: null },
    'Morgen nichts.',
  ],
  [
    'a total',
    { teamSees: { at: '09:15', slipping: 1, inTotal: true } },
    'Morgen 4.\nDas Team sieht um 09:15: eine Summe ohne Namen, 1 davon von dir. Trag es vorher ein, dann sind es 0.',
  ],
])('the German foot with %s', (_what, change, foot) => {
  const { blocks } = buildDigestMessage(model({ due: DUE.slice(0, 1), ...change }), de);

  expect(readBlocks(blocks.slice(2, 3))).toBe(foot);
});

test('in German the first one to call is logged with one tap', () => {
  const { blocks } = buildDigestMessage(model({ due: DUE.slice(3), drawnAt: at }), de);

  expect(blocks.at(-1)).toMatchObject({
    elements: [
      {
        text: { text: 'Nicht erreicht: Lea Kurz' },
        accessibility_label: 'Anruf eintragen, nicht erreicht: Lea Kurz, Fir',
      },
      { text: { text: 'Liste öffnen' } },
      { text: { text: 'Kontakt eintragen' } },
    ],
  });
});

test.each([
  ['Ben', '2026-11-13', 'Ben hat am Fr 13. Nov angerufen.'],
  ['You', '2026-11-16', 'Du hast gestern angerufen.'],
])('in German a warning has the verb of %s and its day', (name, touchedOn, said) => {
  const warning = { name, touchedOn, channel: 'call', betterFrom: '2026-11-18' } as const;
  const due = [{ ...row(0, 'due_today', {}), warning }];

  expect(readBlocks(buildDueBlocks(model({ due }), { words: de, from: 0 }))).toContain(said);
});
