import { expect, test } from 'vitest';
import { InvalidError } from '../../../src/domain/errors.ts';
import {
  type RowDeed,
  readHeldValue,
  readProspectValue,
  readRowValue,
  writeHeldValue,
  writeProspectValue,
  writeRowValue,
} from '../../../src/slack/views/values.ts';

const DANA = '5f0c2b1e-1111-4222-8333-0a0b0c0d0e0f';

test.each([
  ['no_answer', 1],
  ['sent', 2],
  ['spoke', 3],
  ['more', 4],
  ['tomorrow', 5],
  ['in_three', 2_147_483_647],
  ['pick', 7],
  ['reopen', 8],
  ['later', 9],
  ['drop', 0],
  ['duplicate', 1],
  ['existing_customer', 2_147_483_647],
  ['company_gone', 3],
  ['added_by_mistake', 4],
] as [RowDeed, number][])('“%s” at version %i reads back, in 75 characters', (deed, version) => {
  const written = writeRowValue({ deed, prospectId: DANA, version });

  expect(readRowValue(written)).toEqual({ deed, prospectId: DANA, version });
  expect(written.length).toBeLessThanOrEqual(75);
});

test.each([
  ['nothing', ''],
  ['an older form', `${DANA}.3`],
  ['a newer form', `2.sent.${DANA}.3`],
  ['JSON', JSON.stringify({ v: 1, do: 'sent', id: DANA, ver: 3 })],
  ['an unknown deed', `1.delete.${DANA}.3`],
  ['a deed every object has', `1.constructor.${DANA}.3`],
  ['no uuid', '1.sent.17.3'],
  ['dashes for a uuid', `1.sent.${'-'.repeat(36)}.3`],
  ['no version', `1.sent.${DANA}.`],
  ['a version that is none', `1.sent.${DANA}.1e3`],
  ['a negative version', `1.sent.${DANA}.-1`],
  ['a version past the column', `1.sent.${DANA}.9999999999`],
  ['something after it', `1.sent.${DANA}.3.4`],
  ['a line break after it', `1.sent.${DANA}.3\n`],
  ['white space before it', ` 1.sent.${DANA}.3`],
  ['2,001 characters', `1.sent.${DANA}.${'3'.repeat(2001 - 44)}`],
])('refuses %s with its sentence', (_what, text) => {
  expect(() => readRowValue(text)).toThrow(
    new InvalidError(() => 'This button is too old. Use the newest message, or /followup list.'),
  );
});

test('what other buttons carry reads back', () => {
  const pair = { prospectId: DANA, stoppedProspectId: DANA.replace('5f', '6f') };
  const drawn = { prospectId: DANA, version: 7 };

  expect(readHeldValue(writeHeldValue(pair))).toEqual(pair);
  expect(readProspectValue(writeProspectValue(drawn))).toEqual(drawn);
});

test.each([undefined, '', `1.${DANA}`, `2.${DANA}.3`, `1.${DANA}.x`, `1.${DANA}.${DANA}.3`])(
  'other buttons refuse %s',
  (text) => {
    expect(() => readHeldValue(text)).toThrow(InvalidError);
    expect(() => readProspectValue(text)).toThrow(InvalidError);
  },
);
