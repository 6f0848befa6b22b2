import { format, parseISO } from 'date-fns';
import type { LocalDate } from '../local-date.ts';

/** What became of a row; every row has exactly one. */
export const IMPORT_RESULTS = [
  'new',
  'updated',
  'duplicate',
  'stopped',
  'held',
  'left_out',
  'invalid',
] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

/** `reason` is the sentence a person reads; null for a new row. */
export type RowResult = { line: number; result: ImportResult; reason: string | null };

/** How an owner's pace takes the rows that are in line. */
export type OwnerLine = {
  repId: string;
  name: string;
  pace: number;
  inLine: number;
  startedInFourWeeks: number;
  lastOn: LocalDate;
};

export type ImportReport = {
  /** Nothing was written. */
  dryRun: boolean;
  rows: number;
  counts: Record<ImportResult, number>;
  /** In the file's order. */
  results: RowResult[];
  /** Header by field, as it was read. */
  columns: { field: string; headers: string[] }[];
  unusedHeaders: string[];
  owners: {
    matched: { repId: string; name: string; rows: number }[];
    unmatched: { name: string | null; reason: string; rows: number }[];
  };
  lines: OwnerLine[];
  /** Whole sentences about the file, worth a look before it is imported. */
  notices: string[];
};

/**
 * How many rows each result has; they add up to the rows read.
 * @example countResults([{ line: 2, result: 'new', reason: null }]).new //=> 1
 */
export function countResults(results: readonly RowResult[]): Record<ImportResult, number> {
  const counts = { new: 0, updated: 0, duplicate: 0, stopped: 0, held: 0, left_out: 0, invalid: 0 };
  for (const { result } of results) counts[result]++;
  return counts;
}

/**
 * What an owner may expect of the rows in line.
 * @example
 * ownerLineSentence({ name: 'Ben', pace: 15, inLine: 400, startedInFourWeeks: 83, … })
 * //=> 'At 15 a day Ben starts about 83 of 400 in four weeks.'
 */
export function ownerLineSentence(line: OwnerLine): string {
  if (line.startedInFourWeeks === line.inLine) {
    const all = line.inLine === 1 ? 'it' : `all ${line.inLine}`;
    return `At ${line.pace} a day ${line.name} starts ${all} by ${format(parseISO(line.lastOn), 'EEE d MMM yyyy')}.`;
  }
  return `At ${line.pace} a day ${line.name} starts about ${line.startedInFourWeeks} of ${line.inLine} in four weeks.`;
}
