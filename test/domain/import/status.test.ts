import { expect, test } from 'vitest';
import { readStatus } from '../../../src/domain/import/status.ts';

test.each([
  ['Prospecting', 'open'],
  ['Engaging', 'open'],
  ['Working - Contacted', 'open'],
  ['ATTEMPTED_TO_CONTACT', 'open'],
  ['New', 'open'],
  ['Qualified', 'open'],
  ['Ready for handshake', 'unknown'],
  ['constructor', 'unknown'],
])('status %s is %s', (text, kind) => {
  expect(readStatus(text)).toEqual({ kind });
});

test.each([
  ['Won', 'customer'],
  ['closedwon', 'customer'],
  ['Closed - Converted', 'customer'],
  ['Closed Lost', 'lost'],
  ['Unqualified', 'unqualified'],
  ['Closed - Not Converted', 'unqualified'],
  ['Do not contact', 'do_not_contact'],
])('status %s is left out as %s', (text, why) => {
  expect(readStatus(text)).toEqual({ kind: 'left_out', why });
});
