import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { InvalidError } from '../domain/errors.ts';
import { decodeLines } from './decode-lines.ts';

/** One row of a file, with the line it begins on. */
export type CsvRecord = { line: number; cells: string[] };

export type CsvFile = { headers: string[]; records: CsvRecord[] };

/** More is no list of people to call; it would also not fit in one transaction's patience. */
export const RECORDS_LIMIT = 200_000;
const RECORD_LENGTH_LIMIT = 1_000_000;

/**
 * Reads a CSV file of any common kind: comma, semicolon or tab, quoted or not, with or without a BOM.
 * Blank rows are skipped. Throws `InvalidError` with the line where the file cannot be read.
 */
export async function readCsv(source: AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const lines = decodeLines(source);
  const first = await lines.next();
  if (first.done) throw new InvalidError(() => 'The file is empty.', 'file');

  const file: CsvFile = { headers: [], records: [] };
  let line = 1;
  const parser = parse({
    delimiter: findDelimiter(first.value),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD_LENGTH_LIMIT,
    // Called while parsing, so that an error later in the file still knows where its row began.
    on_record: (cells: string[], { lines: end }) => {
      keep(file, { line, cells });
      line = end + 1;
      return undefined;
    },
  });
  try {
    await pipeline(Readable.from(startingWith(first.value, lines)), parser.resume());
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, line) : error;
  }
  if (file.headers.length === 0) throw new InvalidError(() => 'The file is empty.', 'file');
  if (file.records.length === 0) {
    throw new InvalidError(() => 'The file has a header and no rows.', 'file');
  }
  return file;
}

function keep(file: CsvFile, record: CsvRecord): void {
  if (record.cells.every((cell) => cell.trim() === '')) return;
  if (file.headers.length === 0) {
    file.headers = record.cells;
    return;
  }
  if (file.records.length >= RECORDS_LIMIT) {
    throw new InvalidError(
      () => `The file has more than ${RECORDS_LIMIT.toLocaleString('en')} rows. Split it.`,
      'file',
    );
  }
  file.records.push(record);
}

/** The sign that separates the header's cells; quoted ones do not count. */
function findDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((sign) => ({ sign, times: bare.split(sign).length - 1 }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).sign;
}

async function* startingWith(
  first: string,
  rest: AsyncIterable<string>,
): AsyncGenerator<string, void> {
  yield first;
  yield* rest;
}

function unreadable(error: CsvError, line: number): InvalidError {
  const sentence =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? `The row on line ${line} opens a quote that is never closed.`
      : `The row on line ${line} cannot be read.`;
  return new InvalidError(() => sentence, 'file', { cause: error });
}
