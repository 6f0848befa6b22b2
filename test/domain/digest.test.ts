import { describe, expect, test } from 'vitest';
import {
  arrangeDigest,
  type DigestCandidate,
  isOldDigest,
  sectionOf,
} from '../../src/domain/digest.ts';

const TODAY = '2026-11-17';

function candidate(prospectId: string, change: Partial<DigestCandidate> = {}): DigestCandidate {
  return {
    prospectId,
    status: 'open',
    nextOn: TODAY,
    nextAt: null,
    promised: false,
    revisitOn: null,
    inLine: false,
    ...change,
  };
}

const at = (time: string) => ({ promised: true, nextAt: new Date(`2026-11-17T${time}:00Z`) });
const ids = (candidates: DigestCandidate[], pace = 15) =>
  arrangeDigest(candidates, { today: TODAY, backOn: '2026-11-18', pace }).map(
    (row) => row.prospectId,
  );

test('the morning has its order', () => {
  const order = ids([
    candidate('in line', { inLine: true }),
    candidate('due today'),
    candidate('overdue since Friday', { nextOn: '2026-11-13' }),
    candidate('overdue since Monday', { nextOn: '2026-11-16' }),
    candidate('won', { status: 'won', nextOn: null, revisitOn: '2026-11-16' }),
    candidate('promise missed', { promised: true, nextOn: '2026-11-16' }),
    candidate('promised, no time', { promised: true }),
    candidate('promised at 14', at('14:00')),
    candidate('promised at 10', at('10:00')),
    candidate('tomorrow', { nextOn: '2026-11-18' }),
  ]);

  expect(order).toEqual([
    'promised at 10',
    'promised at 14',
    'promised, no time',
    'promise missed',
    'won',
    'overdue since Friday',
    'overdue since Monday',
    'due today',
    'in line',
  ]);
});

test('rows that tie keep the order they came in', () => {
  expect(ids([candidate('b'), candidate('a'), candidate('c')])).toEqual(['b', 'a', 'c']);
});

test.each([
  ['room for two', 4, ['due', 'overdue', 'line 1', 'line 2']],
  ['no room', 2, ['due', 'overdue']],
  ['over pace already', 1, ['due', 'overdue']],
])('in line with %s', (_what, pace, expected) => {
  const candidates = [
    candidate('line 1', { inLine: true, nextOn: '2026-11-16' }),
    candidate('line 2', { inLine: true, nextOn: '2026-11-16' }),
    candidate('line 3', { inLine: true }),
    candidate('due', at('10:00')),
    candidate('overdue', { nextOn: '2026-11-16' }),
  ];

  expect(ids(candidates, pace)).toEqual(expected);
});

test.each([
  ['open, tomorrow', { nextOn: '2026-11-18' }, null],
  ['stopped', { status: 'stopped', nextOn: null }, null],
  ['not a prospect', { status: 'not_a_prospect', nextOn: null }, null],
  ['won without a day', { status: 'won', nextOn: null }, null],
  ['lost, its day ahead', { status: 'lost', nextOn: null, revisitOn: '2026-11-18' }, null],
  ['lost, its day past', { status: 'lost', nextOn: null, revisitOn: '2026-11-10' }, 'revisit'],
  ['in line since last week', { inLine: true, nextOn: '2026-11-10' }, 'in_line'],
  ['promised today', { promised: true }, 'promised_today'],
  ['promised yesterday', { promised: true, nextOn: '2026-11-16' }, 'promise_missed'],
] as [string, Partial<DigestCandidate>, string | null][])('%s', (_what, change, section) => {
  expect(sectionOf(candidate('dana', change), { today: TODAY, backOn: '2026-11-18' })).toBe(
    section,
  );
});

describe('before days off', () => {
  const FRIDAY = { today: '2026-11-20', backOn: '2026-11-23' };

  test.each([
    ['a promise for Saturday', { promised: true, nextOn: '2026-11-21' }, 'before_back'],
    ['a promise for Monday', { promised: true, nextOn: '2026-11-23' }, null],
    ['a cadence date on Saturday', { nextOn: '2026-11-21' }, null],
    ['a promise for Friday itself', { promised: true, nextOn: '2026-11-20' }, 'promised_today'],
  ] as [string, Partial<DigestCandidate>, string | null][])('%s', (_what, change, section) => {
    expect(sectionOf(candidate('dana', change), FRIDAY)).toBe(section);
  });

  test('such promises come last and take no room in the pace', () => {
    const rows = arrangeDigest(
      [
        candidate('sunday', { promised: true, nextOn: '2026-11-22' }),
        candidate('saturday', { promised: true, nextOn: '2026-11-21' }),
        candidate('due', { nextOn: '2026-11-20' }),
        candidate('line', { inLine: true, nextOn: '2026-11-20' }),
      ],
      { ...FRIDAY, pace: 2 },
    );

    expect(rows.map((row) => row.prospectId)).toEqual(['due', 'line', 'saturday', 'sunday']);
  });
});

test.each([
  ['2026-11-17', '2026-11-17', false],
  ['2026-11-17', '2026-11-24', false],
  ['2026-11-17', '2026-12-01', false],
  ['2026-11-17', '2026-12-02', true],
  ['2026-12-31', '2027-01-30', true],
])('case 116: of a digest of %s the buttons are too old on %s: %s', (on, today, isOld) => {
  expect(isOldDigest(on, today)).toBe(isOld);
});
