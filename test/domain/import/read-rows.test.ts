import { expect, test } from 'vitest';
import { layOutColumns } from '../../../src/domain/import/columns.ts';
import { readRows } from '../../../src/domain/import/read-rows.ts';

test.each([
  ['too few cells', ['Dana'], 'It has 1 cells, the header has 3.'],
  ['too many cells', ['Dana', '', '', 'x'], 'It has 4 cells, the header has 3.'],
  ['no label', ['\u200b', '2026-10-30', ''], 'It has no name, company or id.'],
  ['a date in words', ['Dana', 'tomorrow', ''], '“tomorrow” in “Last contacted” is no date.'],
  ['a later contact', ['Dana', '2026-11-19', ''], 'The last contact 2026-11-19 is in the future.'],
  ['no number', ['Dana', '', '1e309'], '“1e309” is no number of contacts.'],
])('a row with %s is invalid', (_what, cells, reason) => {
  expect(read([cells])).toMatchObject({
    rows: [],
    results: [{ line: 2, result: 'invalid', reason }],
  });
});

test('empty cells after the last column do no harm', () => {
  expect(read([['Dana', '', '3', '', ' ']])).toMatchObject({
    rows: [{ name: 'Dana', contacts: 3 }],
  });
});

test('an unknown status counts as open and is told, a closed one in any column ends it', () => {
  const reading = read(
    [
      ['Dana', 'Handshake', 'lead'],
      ['Tom', 'New', 'customer'],
    ],
    ['Name', 'Lead Status', 'Lifecycle Stage'],
  );

  expect(reading).toMatchObject({
    rows: [{ name: 'Dana' }],
    results: [{ line: 3, result: 'left_out', reason: 'Its status is “customer”.' }],
    notices: ['The status “Handshake” (1 row) is not known and counts as open.'],
  });
});

test('the order of dates is decided by the whole column, or said', () => {
  const headers = ['Name', 'Next date'];
  const cells = [
    ['Dana', '3/4/2027'],
    ['Tom', '25/4/2027'],
  ];

  expect(read(cells, headers)).toMatchObject({
    rows: [{ nextOn: '2027-04-03' }, { nextOn: '2027-04-25' }],
  });
  expect(read(cells.slice(0, 1), headers)).toMatchObject({ ok: false });
  expect(read(cells, headers, 'mdy')).toMatchObject({
    rows: [{ nextOn: '2027-03-04' }],
    results: [{ line: 3, result: 'invalid' }],
  });
});

test('prospects that only have an id are told about', () => {
  expect(read([['L1']], ['LeadID'])).toMatchObject({
    notices: ['No column holds a name or a company: prospects are called by their id, such as L1.'],
  });
});

function read(
  rows: string[][],
  headers = ['Name', 'Last contacted', 'Contact count'],
  dates: 'dmy' | 'mdy' | null = null,
) {
  const columns = layOutColumns(headers, []);
  if (!columns.ok) throw new Error(columns.problem);
  const records = rows.map((cells, i) => ({ line: i + 2, cells }));
  const { layout } = columns;
  return readRows(records, { headers, layout, dates, latestToday: '2026-11-18' });
}
