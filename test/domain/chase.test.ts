import { expect, test } from 'vitest';
import { addUpChase } from '../../src/domain/chase.ts';
import type { TouchFact } from '../../src/domain/touch.ts';

const START = { unansweredInARow: 4, contacts: 5 };

function touch(day: string, outcome: TouchFact['outcome'], channel: TouchFact['channel'] = 'call') {
  return { touchedOn: `2026-11-${day}`, outcome, channel, repId: 'ana' };
}

test('nothing happened yet', () => {
  expect(addUpChase([], 0, START)).toEqual({
    contacts: 0,
    unansweredInARow: 0,
    nurtureContacts: 0,
    latestChannels: [],
    lastTouchedOn: null,
  });
});

test('a call and an e-mail on one day are one contact, by the later way', () => {
  const chase = addUpChase([touch('16', 'no_answer'), touch('16', 'sent', 'email')], 0, START);

  expect(chase).toMatchObject({ contacts: 1, unansweredInARow: 1, latestChannels: ['email'] });
});

test('touches typed out of order count by their day', () => {
  const chase = addUpChase(
    [touch('18', 'no_answer'), touch('16', 'spoke', 'email'), touch('17', 'sent', 'text')],
    0,
    START,
  );

  expect(chase).toMatchObject({
    unansweredInARow: 2,
    latestChannels: ['call', 'text', 'email'],
    lastTouchedOn: '2026-11-18',
  });
});

test.each(['spoke', 'they_got_in_touch', 'not_now', 'missed_appointment'] as const)(
  '“%s” ends the row of unanswered ones',
  (outcome) => {
    const chase = addUpChase(
      [touch('16', 'no_answer'), touch('17', 'sent'), touch('18', outcome)],
      0,
      START,
    );

    expect(chase.unansweredInARow).toBe(0);
  },
);

test('an answer counts for its whole day, whatever came after it', () => {
  const chase = addUpChase([touch('16', 'spoke'), touch('16', 'sent', 'email')], 0, START);

  expect(chase).toMatchObject({ contacts: 1, unansweredInARow: 0 });
});

test('their call is no contact of ours and hides no channel of ours', () => {
  const chase = addUpChase(
    [touch('16', 'sent', 'email'), touch('16', 'they_got_in_touch', 'call')],
    0,
    START,
  );

  expect(chase).toMatchObject({ contacts: 1, latestChannels: ['email'] });
  expect(addUpChase([touch('16', 'they_got_in_touch')], 0, START).contacts).toBe(0);
});

test('nurture begins at the fourth in a row with five contacts', () => {
  const days = ['09', '10', '11', '12', '13', '16'];
  const nurture = days.map((_day, i) => {
    const touches = days.slice(0, i + 1).map((day) => touch(day, 'no_answer'));
    return addUpChase(touches, 0, START).nurtureContacts;
  });

  expect(nurture).toEqual([0, 0, 0, 0, 1, 2]);
});

test('contacts kept from an import count towards nurture', () => {
  const touches = ['10', '11', '12', '13'].map((day) => touch(day, 'no_answer'));

  expect(addUpChase(touches, 1, START)).toMatchObject({ contacts: 5, nurtureContacts: 1 });
});

test('a reply ends nurture', () => {
  const silent = ['09', '10', '11', '12', '13'].map((day) => touch(day, 'no_answer'));

  const chase = addUpChase([...silent, touch('16', 'spoke'), touch('17', 'sent')], 0, START);

  expect(chase).toMatchObject({ contacts: 7, unansweredInARow: 1, nurtureContacts: 0 });
});
