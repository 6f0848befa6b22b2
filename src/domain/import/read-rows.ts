import type { LocalDate } from '../local-date.ts';
import type { ColumnLayout } from './columns.ts';
import { type DateOrder, decideDateOrder } from './dates.ts';
import type { ImportField } from './header-names.ts';
import type { RowResult } from './report.ts';
import { type ImportRow, type RowRules, readRow } from './row.ts';

export type Records = readonly { line: number; cells: string[] }[];

export type RowsReading =
  | { ok: true; rows: ImportRow[]; results: RowResult[]; notices: string[] }
  | { ok: false; problem: string };

const DATE_FIELDS = ['next_date', 'last_contact'] as const;
const NOTED_STATUSES = 10;

/**
 * Reads every record: rows to import, and what became of the others. A problem when a column's dates
 * read both as day/month and month/day and nobody said which.
 * @example readRows(records, { headers, layout, dates: 'dmy', latestToday: '2026-11-18' }).rows
 */
export function readRows(
  records: Records,
  options: {
    headers: readonly string[];
    layout: ColumnLayout;
    dates: DateOrder | null;
    latestToday: LocalDate;
  },
): RowsReading {
  const orders = new Map<ImportField, DateOrder>();
  for (const field of DATE_FIELDS) {
    const column = options.layout.get(field)?.[0];
    if (column === undefined) continue;
    const decided = decideDateOrder(records.map((record) => record.cells[column] ?? ''));
    if (!decided.ok && !options.dates) {
      return { ok: false, problem: unclearDates(options.headers[column] ?? '', decided) };
    }
    orders.set(field, options.dates ?? (decided.ok ? decided.order : 'mdy'));
  }
  return { ok: true, ...sortRows(records, { ...options, orders }) };
}

function sortRows(records: Records, rules: RowRules) {
  const rows: ImportRow[] = [];
  const results: RowResult[] = [];
  for (const record of records) {
    const reading = readRow(record, rules);
    if (reading.kind === 'row') rows.push(reading.row);
    else if (reading.kind === 'invalid') {
      results.push({ line: reading.line, result: 'invalid', reason: reading.reason });
    } else {
      const reason = `Its status is “${reading.status}”.`;
      results.push({ line: reading.line, result: 'left_out', reason });
    }
  }
  return { rows, results, notices: noticesOf(rows, rules.layout) };
}

function noticesOf(rows: readonly ImportRow[], layout: ColumnLayout): string[] {
  const notices: string[] = [];
  const labels = ['name', 'first_name', 'last_name', 'company'] as const;
  if (!labels.some((field) => layout.has(field))) {
    const id = rows.find((row) => row.externalId !== null)?.externalId;
    notices.push(
      `No column holds a name or a company: prospects are called by their id${id ? `, such as ${id}` : ''}.`,
    );
  }
  const unknown = new Map<string, number>();
  for (const { unknownStatus } of rows) {
    if (unknownStatus) unknown.set(unknownStatus, (unknown.get(unknownStatus) ?? 0) + 1);
  }
  for (const [status, times] of [...unknown].slice(0, NOTED_STATUSES)) {
    notices.push(`The status “${status}” (${rowCount(times)}) is not known and counts as open.`);
  }
  const more = unknown.size - NOTED_STATUSES;
  if (more > 0) notices.push(`So do ${more} other statuses.`);
  return notices;
}

function rowCount(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}

function unclearDates(
  header: string,
  { why, example }: { why: 'ambiguous' | 'mixed'; example: string },
): string {
  const what =
    why === 'mixed'
      ? `has dates of both orders (${example})`
      : `can be read as day/month or month/day (${example})`;
  return `“${header.trim()}” ${what}. Say which: dmy or mdy.`;
}
