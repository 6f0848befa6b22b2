import { describe, expect, test } from 'vitest';
import {
  computeInsights,
  countYeses,
  type InsightsInput,
  type InsightTouch,
  isReply,
} from '../../src/domain/insights.ts';
import { OUTCOMES } from '../../src/domain/touch.ts';

/** Mon 16 to Sun 22 November 2026, by Ana with Dana on the phone unless told. */
function touch(on: string, outcome: InsightTouch['outcome'], change: Partial<InsightTouch> = {}) {
  return {
    prospectId: 'dana',
    repId: 'ana',
    channel: 'call',
    outcome,
    touchedOn: `2026-11-${on}`,
    touchedAt: null,
    noReason: null,
    lesson: null,
    ...change,
  } satisfies InsightTouch;
}

function compute(touches: InsightTouch[], change: Partial<InsightsInput> = {}) {
  return computeInsights({
    touches,
    contactsBefore: new Map(),
    isOurs: () => true,
    zone: 'Europe/Berlin',
    ...change,
  });
}

test('a reply is whatever they said to us', () => {
  expect(OUTCOMES.filter(isReply)).toEqual([
    'spoke',
    'they_got_in_touch',
    'not_now',
    'yes',
    'no',
    'stop',
  ]);
});

describe('a contact is answered', () => {
  test.each<{ title: string; touches: InsightTouch[]; answered: number[] }>([
    {
      title: 'by a conversation on its day',
      touches: [touch('16', 'no_answer'), touch('18', 'spoke')],
      answered: [2],
    },
    {
      title: 'by their own message before our next contact',
      touches: [touch('16', 'sent'), touch('18', 'they_got_in_touch'), touch('20', 'no_answer')],
      answered: [1],
    },
    {
      title: 'once, however many of its touches were',
      touches: [touch('16', 'no_answer'), touch('16', 'spoke'), touch('17', 'they_got_in_touch')],
      answered: [1],
    },
    {
      title: 'by their call in the morning before our own of that day',
      touches: [touch('16', 'sent'), touch('18', 'they_got_in_touch'), touch('18', 'no_answer')],
      answered: [1],
    },
    {
      title: 'by a stop',
      touches: [touch('16', 'sent'), touch('17', 'stop')],
      answered: [1],
    },
    {
      title: 'not by a missed appointment, a wrong person or silence',
      touches: [
        touch('16', 'missed_appointment'),
        touch('17', 'wrong_contact'),
        touch('18', 'sent'),
      ],
      answered: [],
    },
    {
      title: 'not when they came by themselves',
      touches: [touch('16', 'they_got_in_touch'), touch('18', 'no_answer')],
      answered: [],
    },
    {
      title: '14 days later',
      touches: [touch('02', 'sent'), touch('16', 'they_got_in_touch')],
      answered: [1],
    },
    {
      title: 'not 15 days later',
      touches: [touch('02', 'sent'), touch('17', 'they_got_in_touch')],
      answered: [],
    },
  ])('$title', ({ touches, answered }) => {
    const { byContact } = compute(touches);

    expect(byContact.filter(({ rate }) => rate.hits === 1).map(({ at }) => at)).toEqual(answered);
  });
});

test('a call and an e-mail on one day are one contact and two touches', () => {
  const { contacts, byChannel, byWeekday } = compute([
    touch('16', 'no_answer'),
    touch('16', 'sent', { channel: 'email' }),
  ]);

  expect(contacts).toEqual({ hits: 0, of: 1 });
  expect(byWeekday).toEqual([{ at: 0, rate: { hits: 0, of: 1 } }]);
  expect(byChannel.map(({ at }) => at)).toEqual(['call', 'email']);
});

test('their answer goes to the touch of the same channel', () => {
  const { byChannel } = compute([
    touch('16', 'sent', { channel: 'email' }),
    touch('16', 'no_answer'),
    touch('17', 'they_got_in_touch', { channel: 'email' }),
  ]);

  expect(byChannel).toEqual([
    { at: 'call', rate: { hits: 0, of: 1 } },
    { at: 'email', rate: { hits: 1, of: 1 } },
  ]);
});

test('contacts before the window and imported ones only shift the number', () => {
  const { byContact, contacts } = compute([touch('16', 'yes')], {
    contactsBefore: new Map([['dana', 6]]),
  });

  expect(byContact).toEqual([{ at: 7, rate: { hits: 1, of: 1 } }]);
  expect(contacts.of).toBe(1);
});

test('the tenth and every later contact are told together', () => {
  const { byContact, yeses } = compute([touch('16', 'sent'), touch('17', 'yes')], {
    contactsBefore: new Map([['dana', 11]]),
  });

  expect(byContact).toEqual([{ at: 10, rate: { hits: 1, of: 2 } }]);
  expect(yeses.byContact).toEqual([{ at: 10, count: 1 }]);
});

test('everybody’s contacts give the number, only our own are counted', () => {
  const insights = compute(
    [
      touch('16', 'no_answer', { repId: 'ben' }),
      touch('17', 'sent', { channel: 'email' }),
      touch('17', 'spoke', { repId: 'ben' }),
    ],
    { isOurs: (repId) => repId === 'ana' },
  );

  expect(insights.byContact).toEqual([{ at: 2, rate: { hits: 0, of: 1 } }]);
  expect(insights.byChannel).toEqual([{ at: 'email', rate: { hits: 0, of: 1 } }]);
});

test('hours are those of the zone, from touches logged the same day', () => {
  const { byHour } = compute(
    [
      touch('16', 'spoke', { touchedAt: new Date('2026-11-16T08:59:00Z') }),
      touch('17', 'sent', { touchedAt: new Date('2026-11-17T23:30:00Z'), prospectId: 'tom' }),
      touch('18', 'sent', { prospectId: 'tom' }),
    ],
    { zone: 'Asia/Kolkata' },
  );

  expect(byHour).toEqual([
    { at: 5, rate: { hits: 0, of: 1 } },
    { at: 14, rate: { hits: 1, of: 1 } },
  ]);
});

test('hours follow the clock change of 25 October 2026 in Berlin', () => {
  const { byHour } = compute([
    touch('16', 'spoke', { touchedAt: new Date('2026-10-23T07:00:00Z') }),
    touch('17', 'spoke', { touchedAt: new Date('2026-10-26T08:00:00Z') }),
  ]);

  expect(byHour).toEqual([{ at: 9, rate: { hits: 2, of: 2 } }]);
});

test.each([
  { numbers: [], late: { hits: 0, of: 0 } },
  { numbers: [4], late: { hits: 0, of: 1 } },
  { numbers: [5], late: { hits: 1, of: 1 } },
  { numbers: [1, 5, 7, 30], late: { hits: 3, of: 4 } },
])('Yeses at contacts $numbers: $late.hits of $late.of late', ({ numbers, late }) => {
  expect(countYeses(numbers).late).toEqual(late);
});

test('a Yes logged twice on a day is one', () => {
  const { yeses } = compute([touch('16', 'yes'), touch('16', 'yes', { channel: 'email' })]);

  expect(yeses.late.of).toBe(1);
});

test('Noes by reason, most first, with the lessons newest first', () => {
  const { noes } = compute([
    touch('16', 'no', { noReason: 'price', lesson: 'Ask for the budget first.' }),
    touch('17', 'no', { noReason: 'timing', prospectId: 'tom', lesson: 'Begin in autumn.' }),
    touch('18', 'no', { noReason: 'timing', prospectId: 'mia' }),
    touch('19', 'no', { prospectId: 'eli' }),
  ]);

  expect(noes.total).toBe(4);
  expect(noes.reasons).toEqual([
    { reason: 'timing', count: 2 },
    { reason: 'price', count: 1 },
    { reason: null, count: 1 },
  ]);
  expect(noes.lessons.map(({ text }) => text)).toEqual([
    'Begin in autumn.',
    'Ask for the budget first.',
  ]);
});

test('no touches teach nothing', () => {
  const insights = compute([]);

  expect(insights.contacts).toEqual({ hits: 0, of: 0 });
  expect(insights.noes.total).toBe(0);
});
