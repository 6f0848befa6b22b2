import { expect, test } from 'vitest';
import type { ImportReport, RowResult } from '../../../src/domain/import/report.ts';
import { countResults, ownerLineSentence } from '../../../src/domain/import/report.ts';
import { importReportText } from '../../../src/domain/import/report-text.ts';

const BEN = {
  repId: 'ben',
  name: 'Ben',
  pace: 15,
  inLine: 400,
  startedInFourWeeks: 83,
  lastOn: '2027-06-01',
};

test('an owner reads what the pace does to the rows in line', () => {
  expect(ownerLineSentence(BEN)).toBe('At 15 a day Ben starts about 83 of 400 in four weeks.');
  expect(ownerLineSentence({ ...BEN, inLine: 83, lastOn: '2026-12-01' })).toBe(
    'At 15 a day Ben starts all 83 by Tue 1 Dec 2026.',
  );
  expect(
    ownerLineSentence({ ...BEN, inLine: 1, startedInFourWeeks: 1, lastOn: '2026-12-01' }),
  ).toBe('At 15 a day Ben starts it by Tue 1 Dec 2026.');
});

test('counts come first, then what needs a person', () => {
  const text = importReportText(
    report([
      { line: 2, result: 'new', reason: null },
      { line: 3, result: 'left_out', reason: 'Its status is “Won”.' },
      { line: 4, result: 'left_out', reason: 'Its status is “Won”.' },
      { line: 5, result: 'invalid', reason: 'No rep is called “Bob”.' },
      { line: 6, result: 'invalid', reason: '“x” in “Next” is no date.' },
    ]),
    { full: false },
  );

  expect(text).toBe(`5 rows read, 1 imported.

        1  new
        0  updated (only what was empty)
        0  duplicate
        0  stopped (they asked us to)
        0  held for a manager
        2  left out
        2  invalid

Columns read: Name as name, Boss as owner.
Columns not read: City.

Why:
  Line 6: “x” in “Next” is no date.
  2 rows (lines 3, 4): Its status is “Won”.

Without an owner here:
  No rep is called “Bob”. 1 row.

At 15 a day Ben starts about 83 of 400 in four weeks.
`);
});

test('more than twenty problems are counted, or listed when asked', () => {
  const results = Array.from({ length: 30 }, (_, i): RowResult => {
    return { line: i + 2, result: 'invalid', reason: `“${i}” is no number of contacts.` };
  });

  expect(importReportText(report(results), { full: false })).toContain(
    'And 10 more; --report full lists them.',
  );
  expect(importReportText(report(results), { full: true })).toContain('Line 31: invalid. “29”');
});

function report(results: RowResult[]): ImportReport {
  return {
    dryRun: false,
    rows: results.length,
    counts: countResults(results),
    results,
    columns: [
      { field: 'name', headers: ['Name'] },
      { field: 'owner', headers: ['Boss'] },
    ],
    unusedHeaders: ['City'],
    owners: {
      matched: [],
      unmatched: [{ name: 'Bob', reason: 'No rep is called “Bob”.', rows: 1 }],
    },
    lines: [BEN],
    notices: [],
  };
}
