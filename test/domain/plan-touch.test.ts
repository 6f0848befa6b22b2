import { describe, expect, test } from 'vitest';
import { DEFAULT_CADENCE } from '../../src/domain/cadence-numbers.ts';
import { type Choice, planTouch, type TouchPlanInput } from '../../src/domain/plan-touch.ts';
import type { NextStep, Standing } from '../../src/domain/prospect.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';

const NOTHING: Choice = {
  on: null,
  at: null,
  step: null,
  agreed: false,
  revisitOn: null,
  stopChannel: null,
};

const TODAY = '2026-11-17';

function open(change: Partial<NextStep> = {}): Standing {
  const next: NextStep = {
    on: TODAY,
    at: null,
    action: 'try_again',
    step: null,
    channel: 'call',
    promised: false,
    rule: { kind: 'new' },
    ...change,
  };
  return { status: 'open', next, revisitOn: null };
}

const promise = (on: string, change: Partial<NextStep> = {}) =>
  open({ on, promised: true, rule: { kind: 'agreed' }, ...change });

const byEmail = promise('2026-11-20', { channel: 'email' });
const onlyCall = { knownChannels: ['call' as const] };

type Change = Omit<Partial<TouchPlanInput>, 'choice'> & { choice?: Partial<Choice> };

/** A call on Tue 17 Nov 2026 that nobody answered, the first of its row. */
function plan({ choice, ...change }: Change = {}) {
  return planTouch({
    standing: open(),
    outcome: 'no_answer',
    channel: 'call',
    touchedOn: TODAY,
    today: TODAY,
    chase: {
      contacts: 1,
      unansweredInARow: 1,
      nurtureContacts: 0,
      latestChannels: ['call'],
      lastTouchedOn: TODAY,
    },
    interest: null,
    knownChannels: ['call', 'email'],
    calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set(['2026-11-26']) },
    numbers: DEFAULT_CADENCE,
    fit: (on) => on,
    ...change,
    choice: { ...NOTHING, ...choice },
  });
}

test('without a choice the proposal stands, with the rep’s own words', () => {
  const { standing, proposal } = plan({ choice: { step: 'Send pricing' } });

  expect(standing.next).toMatchObject({ on: '2026-11-19', step: 'Send pricing', promised: false });
  expect(proposal?.on).toBe('2026-11-19');
});

describe('a promise', () => {
  test.each([
    ['is kept by a touch on its day', promise(TODAY), {}, 'kept'],
    ['is kept late typed', promise('2026-11-16'), { touchedOn: '2026-11-16' }, 'kept'],
    ['is late by a touch after it', promise('2026-11-16'), {}, 'late'],
    [
      'is kept by an earlier touch naming the next',
      promise('2026-11-20'),
      { choice: { on: '2026-11-24' } },
      'kept',
    ],
    ['stays by an earlier touch that names none', promise('2026-11-20'), {}, 'stays'],
    [
      'stays when one channel is stopped',
      promise('2026-11-20'),
      { outcome: 'stop', choice: { stopChannel: 'call' } },
      'stays',
    ],
    ['is kept by a Yes before it', promise('2026-11-20'), { outcome: 'yes' }, 'kept'],
    ['is late by a No after it', promise('2026-11-16'), { outcome: 'no' }, 'late'],
    [
      'is kept when they missed it',
      promise('2026-11-16'),
      { outcome: 'missed_appointment' },
      'kept',
    ],
    ['is none where none was made', open(), {}, null],
  ] as [string, Standing, Change, string | null][])('%s', (_what, standing, change, result) => {
    expect(plan({ standing, ...change }).promise).toBe(result);
  });

  test('not yet due stays as it is, whatever the cadence says', () => {
    const standing = promise('2026-11-20', { at: new Date('2026-11-20T09:00:00Z') });

    expect(plan({ standing }).standing).toEqual(standing);
  });

  test('that stays takes new words for its step', () => {
    const standing = promise('2026-11-20', { step: 'Call Dana' });

    const { next } = plan({ standing, choice: { step: 'Bring the case study' } }).standing;

    expect(next).toMatchObject({ on: '2026-11-20', promised: true, step: 'Bring the case study' });
  });

  test('missed by them is followed up on the next working day', () => {
    const { standing } = plan({ standing: promise(TODAY), outcome: 'missed_appointment' });

    expect(standing.next).toMatchObject({ on: '2026-11-18', action: 'apologise_missed' });
  });

  test('for a day off is never moved, only warned about', () => {
    const at = new Date('2026-11-21T09:00:00Z');

    const planned = plan({ outcome: 'spoke', choice: { on: '2026-11-21', at, agreed: true } });

    expect(planned).toMatchObject({ movedFrom: null, promiseOnDayOff: true });
    expect(planned.standing.next).toMatchObject({ on: '2026-11-21', at, promised: true });
  });
});

describe('a chosen day', () => {
  test('overrides the proposal, which is kept beside it', () => {
    const { standing, proposal } = plan({ choice: { on: '2026-12-01' } });

    expect(standing.next).toMatchObject({
      on: '2026-12-01',
      promised: false,
      rule: { kind: 'picked' },
      action: 'try_again',
    });
    expect(proposal?.on).toBe('2026-11-19');
  });

  test.each([
    ['a weekend', '2026-11-21', '2026-11-23'],
    ['a holiday', '2026-11-26', '2026-11-27'],
  ])('that is %s moves to the next working day, without its time', (_what, on, moved) => {
    const planned = plan({ choice: { on, at: new Date(`${on}T09:00:00Z`) } });

    expect(planned.movedFrom).toBe(on);
    expect(planned.standing.next).toMatchObject({ on: moved, at: null });
  });

  test('agreed with them is a promise', () => {
    const { standing } = plan({ outcome: 'spoke', choice: { on: '2026-11-20', agreed: true } });

    expect(standing.next).toMatchObject({ promised: true, rule: { kind: 'agreed' } });
  });

  test('is never moved by the pace', () => {
    const { standing } = plan({ choice: { on: '2026-11-20' }, fit: () => '2026-11-30' });

    expect(standing.next?.on).toBe('2026-11-20');
  });
});

test('the pace moves a cadence date and no conversation', () => {
  const fit = () => '2026-11-23';

  expect(plan({ fit }).standing.next?.on).toBe('2026-11-23');
  expect(plan({ fit, outcome: 'spoke' }).standing.next?.on).toBe('2026-11-20');
  expect(plan({ fit, outcome: 'missed_appointment' }).standing.next?.on).toBe('2026-11-18');
});

test('not now is a promise for the date they named', () => {
  const { standing } = plan({ outcome: 'not_now', choice: { on: '2027-02-01' } });

  expect(standing.next).toMatchObject({
    on: '2027-02-01',
    action: 'ask_again',
    promised: true,
    rule: { kind: 'not_now' },
  });
});

describe('an ending', () => {
  test.each([
    ['Yes: look again in 14 days', { outcome: 'yes' }, 'won', '2026-12-01'],
    [
      'Yes with a day',
      { outcome: 'yes', choice: { revisitOn: '2027-01-04' } },
      'won',
      '2027-01-04',
    ],
    ['No: rests', { outcome: 'no' }, 'lost', null],
    ['No with a day', { outcome: 'no', choice: { revisitOn: '2027-05-03' } }, 'lost', '2027-05-03'],
    ['a stop for all', { outcome: 'stop' }, 'stopped', null],
  ] as [string, Change, string, string | null][])('%s', (_what, change, status, revisitOn) => {
    expect(plan(change).standing).toEqual({ status, next: null, revisitOn });
  });

  test('is no stop for one channel: the chase goes on another way', () => {
    const { standing } = plan({ outcome: 'stop', choice: { stopChannel: 'call' } });

    expect(standing.next).toMatchObject({ on: '2026-11-20', channel: 'email' });
  });

  test.each<[string, Change, string | null]>([
    ['a promise that stays', { standing: promise('2026-11-20') }, 'email'],
    ['one that stays and was to be an e-mail', { standing: byEmail }, 'email'],
    ['one where no other is known', { standing: promise('2026-11-20'), ...onlyCall }, null],
    ['a date they agreed to', { choice: { on: '2026-11-19', agreed: true }, ...onlyCall }, null],
  ])('leaves no next step on that channel: %s', (_what, { choice, ...change }, channel) => {
    const stop = { outcome: 'stop', choice: { ...choice, stopChannel: 'call' } } as const;

    expect(plan({ ...change, ...stop }).standing.next?.channel).toBe(channel);
  });
});

test.each([
  { status: 'won', next: null, revisitOn: '2026-12-01' },
  { status: 'lost', next: null, revisitOn: null },
  { status: 'stopped', next: null, revisitOn: null },
  { status: 'not_a_prospect', next: null, revisitOn: null },
] as Standing[])('a touch with somebody $status opens nothing', (standing) => {
  const planned = plan({ standing, outcome: 'they_got_in_touch', choice: { on: '2026-11-20' } });

  expect(planned.standing).toEqual(standing);
});
