import { expect, test } from 'vitest';
import {
  CADENCE_RANGES,
  cadenceNumbersSchema,
  changedNumbers,
  DEFAULT_CADENCE,
  readCadenceNumbers,
} from '../../src/domain/cadence-numbers.ts';

test.each([
  ['nothing stored', {}, {}],
  ['one number', { pace: 20 }, { pace: 20 }],
  ['a number out of its range', { pace: 99, conversationWait: 5 }, { conversationWait: 5 }],
  ['a list of another length', { unansweredWaits: [2, 3], pace: 20 }, { pace: 20 }],
  ['another type', { nurtureDays: '21', guardWorkingDays: null }, {}],
  ['half of a pair', { nurtureStart: { contacts: 6 } }, {}],
  ['a name nobody knows', { waits: [1], pace: 20 }, { pace: 20 }],
])('%s: each field is read by itself', (_what, stored, own) => {
  expect(readCadenceNumbers(stored)).toEqual({ ...DEFAULT_CADENCE, ...own });
});

test('only what differs from the defaults is kept', () => {
  const nurtureStart = { unansweredInARow: 5, contacts: 5 };

  expect(changedNumbers({ ...DEFAULT_CADENCE, nurtureStart, pace: 20 })).toEqual({
    ...{ nurtureStart, pace: 20 },
  });
  expect(changedNumbers(DEFAULT_CADENCE)).toEqual({});
});

test.each([
  'conversationWait',
  'wrongContactWait',
  'guardWorkingDays',
  'pace',
  'revisitWonDays',
] as const)('the range of %s is what the schema takes', (name) => {
  const { min, max } = CADENCE_RANGES[name];
  const takes = (value: number) => cadenceNumbersSchema.safeParse({ [name]: value }).success;

  expect([min - 1, min, max, max + 1].map(takes)).toEqual([false, true, true, false]);
});
