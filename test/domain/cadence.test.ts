import { describe, expect, test } from 'vitest';
import { type CadenceInput, proposeNextStep } from '../../src/domain/cadence.ts';
import { cadenceNumbersSchema, DEFAULT_CADENCE } from '../../src/domain/cadence-numbers.ts';
import { addUpChase, type Chase } from '../../src/domain/chase.ts';
import type { Channel, TouchFact } from '../../src/domain/touch.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

const EMPTY: Chase = {
  contacts: 1,
  unansweredInARow: 0,
  nurtureContacts: 0,
  latestChannels: ['call'],
  lastTouchedOn: null,
};

type Change = Omit<Partial<CadenceInput>, 'chase'> & { chase?: Partial<Chase> };

/** A call on Mon 16 Nov 2026, logged the same day, with a number and an address known. */
function propose({ chase, ...change }: Change) {
  return proposeNextStep({
    outcome: 'no_answer',
    touchedOn: '2026-11-16',
    today: change.touchedOn ?? '2026-11-16',
    interest: null,
    knownChannels: ['call', 'text', 'email'],
    calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set() },
    numbers: DEFAULT_CADENCE,
    ...change,
    chase: { ...EMPTY, ...chase },
  });
}

const unanswered = (inARow: number) => ({ chase: { unansweredInARow: inARow, contacts: inARow } });
const nurture = (contacts: number) => ({
  chase: { unansweredInARow: contacts + 3, contacts: contacts + 4, nurtureContacts: contacts },
});
const hot = { interest: 'hot' as const };

describe('from Mon 16 Nov 2026', () => {
  test.each([
    ['1st unanswered: 2 working days', unanswered(1), '2026-11-18', 'try_again'],
    ['2nd: 3 working days', unanswered(2), '2026-11-19', 'try_another_way'],
    ['3rd: 4 working days, a message', unanswered(3), '2026-11-20', 'leave_message'],
    ['4th with 4 contacts: 5 working days', unanswered(4), '2026-11-23', 'try_another_way'],
    ['a sent message waits like a call', { outcome: 'sent', ...unanswered(1) }, '2026-11-18'],
    ['1st, hot: still 2', { ...hot, ...unanswered(1) }, '2026-11-18'],
    ['2nd, hot: 3 halved is 2', { ...hot, ...unanswered(2) }, '2026-11-18'],
    ['3rd, hot: 4 halved is 2', { ...hot, ...unanswered(3) }, '2026-11-18'],
    ['4th, hot: 5 halved is 3', { ...hot, ...unanswered(4) }, '2026-11-19'],
    ['2nd, cold: like warm', { interest: 'cold', ...unanswered(2) }, '2026-11-19'],
    ['1st in nurture: 21 days', nurture(1), '2026-12-07', 'send_useful'],
    ['2nd in nurture: 21 days', nurture(2), '2026-12-07', 'send_useful'],
    ['3rd in nurture: 42 days', nurture(3), '2026-12-28', 'send_useful'],
    ['4th in nurture: 42 days', nurture(4), '2026-12-28', 'send_useful'],
    ['5th in nurture: 90 days, a Sunday', nurture(5), '2027-02-15', 'send_useful'],
    ['9th in nurture: 90 days again', nurture(9), '2027-02-15', 'send_useful'],
    ['1st in nurture, hot: 11 days', { ...hot, ...nurture(1) }, '2026-11-27', 'send_useful'],
    ['we spoke: 3 working days', { outcome: 'spoke' }, '2026-11-19', 'continue'],
    ['we spoke, hot: 2', { outcome: 'spoke', ...hot }, '2026-11-18', 'continue'],
    ['they got in touch: 3', { outcome: 'they_got_in_touch' }, '2026-11-19', 'continue'],
    ['missed: the next one', { outcome: 'missed_appointment' }, '2026-11-17', 'apologise_missed'],
    ['wrong contact: 3', { outcome: 'wrong_contact' }, '2026-11-19', 'find_way_in'],
    ['a message after a talk that day: 3', { outcome: 'sent' }, '2026-11-19', 'continue'],
  ] as [string, Change, string, string?][])('%s', (_rule, change, on, action) => {
    const proposal = propose(change);

    expect(proposal.on).toBe(on);
    if (action) expect(proposal.action).toBe(action);
  });
});

test.each([
  ['a Friday’s call is followed up on Tuesday', { touchedOn: '2026-11-20' }, '2026-11-24'],
  ['a Saturday’s call too', { touchedOn: '2026-11-21' }, '2026-11-24'],
  ['back-dated two weeks: today', { touchedOn: '2026-11-02', today: '2026-11-17' }, '2026-11-17'],
  [
    'back-dated, typed on a Saturday: Monday',
    { touchedOn: '2026-11-02', today: '2026-11-21' },
    '2026-11-23',
  ],
  [
    'back-dated a day: from its day',
    { touchedOn: '2026-11-16', today: '2026-11-17' },
    '2026-11-18',
  ],
  ['over the new year', { touchedOn: '2026-12-31' }, '2027-01-04'],
] as [string, Change, string][])('%s', (_rule, change, on) => {
  expect(propose({ ...unanswered(1), ...change }).on).toBe(on);
});

test('leave is not counted', () => {
  const calendar = {
    weekdays: MONDAY_TO_FRIDAY,
    daysOff: new Set(['2026-11-17', '2026-11-18', '2026-11-19']),
  };

  expect(propose({ ...unanswered(1), calendar }).on).toBe('2026-11-23');
});

test.each([
  ['2 working days', unanswered(1), 1],
  ['3 working days', unanswered(2), 1],
  ['5 working days', unanswered(4), 2],
  // From Mon 7 Dec at most ten calendar days on: Thu 17 Dec.
  ['21 days', nurture(1), 8],
  ['a conversation', { outcome: 'spoke' as const }, 0],
  ['a missed appointment', { outcome: 'missed_appointment' as const }, 0],
])('after %s the pace may add at most half the gap', (_gap, change, working) => {
  expect(propose(change).slackWorkingDays).toBe(working);
});

test('a workspace’s own numbers apply', () => {
  const numbers = cadenceNumbersSchema.parse({ unansweredWaits: [4, 4, 4, 4] });

  expect(propose({ ...unanswered(1), numbers }).on).toBe('2026-11-20');
});

test('a wait of one day is refused: the pest guard would warn of it', () => {
  expect(cadenceNumbersSchema.safeParse({ unansweredWaits: [1, 2, 3, 4] }).success).toBe(false);
});

/** Follows its own proposals into silence and tells by which way each contact went. */
function followSilence(knownChannels: Channel[], first: Channel, contacts: number): Channel[] {
  const touches: TouchFact[] = [];
  let channel: Channel | null = first;
  for (let day = 1; day <= contacts; day++) {
    touches.push({
      touchedOn: `2026-09-${String(day).padStart(2, '0')}`,
      channel: channel ?? 'other',
      outcome: 'no_answer',
      repId: 'ana',
    });
    const chase = addUpChase(touches, 0, DEFAULT_CADENCE.nurtureStart);
    channel = propose({ chase, knownChannels }).channel;
  }
  return touches.map((touch) => touch.channel);
}

describe('the channel', () => {
  test.each([
    ['number and address', ['call', 'text', 'email'], 'call'],
    ['number and address, written first', ['call', 'text', 'email'], 'email'],
    ['every way', ['call', 'text', 'email', 'social', 'video'], 'video'],
    ['two messages', ['email', 'social'], 'email'],
  ] as [string, Channel[], Channel][])(
    'is never the same three times running: %s',
    (_known, known, first) => {
      const ways = followSilence(known, first, 12);

      const same = ways.filter((way, i) => way === ways[i - 1] && way === ways[i - 2]);
      expect(same).toEqual([]);
    },
  );

  test.each([1, 2, 3, 4, 5, 6])('in nurture is never a call (contact %i)', (contact) => {
    expect(propose({ ...nurture(contact), knownChannels: ['call'] }).channel).toBeNull();
    expect(propose({ ...nurture(contact), knownChannels: ['call', 'email'] }).channel).toBe(
      'email',
    );
  });

  test('stays when no other is known', () => {
    expect(propose({ ...unanswered(2), knownChannels: ['call'] }).channel).toBe('call');
  });

  test('after the third is a message', () => {
    expect(propose({ ...unanswered(3), knownChannels: ['call', 'email'] }).channel).toBe('email');
  });

  test('is none when none is known', () => {
    const chase = { ...unanswered(1).chase, latestChannels: [] };

    expect(propose({ chase, knownChannels: [] }).channel).toBeNull();
  });

  test.each(['spoke', 'no_answer', 'missed_appointment'] as const)(
    'is never one they asked us to stop (%s)',
    (outcome) => {
      const chase = { unansweredInARow: 1, latestChannels: ['email', 'call'] as Channel[] };

      expect(propose({ outcome, chase, knownChannels: ['call'] }).channel).toBe('call');
    },
  );
});
