import { expect, test } from 'vitest';
import { landOn } from '../../src/domain/paging.ts';

test.each([
  ['the first of an empty list', 0, 0, 0],
  ['any of an empty list', 30, 0, 0],
  ['the first', 0, 32, 0],
  ['the last', 30, 32, 30],
  ['between pages', 7, 32, 7],
  ['one past the end', 32, 32, 30],
  ['past the end of a full last page', 30, 30, 15],
  ['far past the end', 999_999, 32, 30],
])('%s lands on a row that is there', (_what, from, total, landed) => {
  expect(landOn(from, { total, size: 15 })).toBe(landed);
});
