import { z } from 'zod';
import type { LocalDate } from '../local-date.ts';
import type { Interest } from '../touch.ts';
import { INTERESTS } from '../touch.ts';
import {
  cleanLine,
  cleanText,
  cutText,
  emailKey,
  NAME_LENGTH,
  NOTE_LENGTH,
  STEP_LENGTH,
  sameNameKey,
} from '../typed-text.ts';
import type { ColumnLayout } from './columns.ts';
import { type DateOrder, readImportedDate } from './dates.ts';
import type { ImportField } from './header-names.ts';
import { type LeftOutReason, readStatus } from './status.ts';

/** What a row says of one prospect. `unknownStatus` is a status that counted as open. */
export type ImportRow = {
  line: number;
  name: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  country: string | null;
  externalId: string | null;
  nameKey: string | null;
  companyKey: string | null;
  emailKey: string | null;
  owner: string | null;
  nextOn: LocalDate | null;
  nextStep: string | null;
  lastContactOn: LocalDate | null;
  contacts: number;
  interest: Interest | null;
  note: string | null;
  unknownStatus: string | null;
};

export type RowReading =
  | { kind: 'row'; row: ImportRow }
  | { kind: 'left_out'; line: number; why: LeftOutReason; status: string }
  | { kind: 'invalid'; line: number; reason: string };

export type RowRules = {
  headers: readonly string[];
  layout: ColumnLayout;
  orders: ReadonlyMap<ImportField, DateOrder>;
  /** The latest day it can be anywhere: nobody was contacted after it. */
  latestToday: LocalDate;
};

const ID_LENGTH = 200;
const CONTACTS_LIMIT = 10_000;

/** What must hold of a row once its cells are read; each fault is a sentence. */
const rowSchema = z
  .object({
    name: z.string().nullable(),
    company: z.string().nullable(),
    externalId: z.string().nullable(),
    lastContactOn: z.string().nullable(),
    latestToday: z.string(),
  })
  .refine((row) => row.name !== null || row.company !== null || row.externalId !== null, {
    error: 'It has no name, company or id.',
  })
  .refine(({ externalId }) => externalId === null || externalId.length <= ID_LENGTH, {
    error: `Its id is longer than ${ID_LENGTH} characters.`,
  })
  .superRefine(({ lastContactOn, latestToday }, context) => {
    if (lastContactOn === null || lastContactOn <= latestToday) return;
    const message = `The last contact ${lastContactOn} is in the future.`;
    context.addIssue({ code: 'custom', message });
  });

/**
 * Reads one record by the columns' layout. Left out when its status ends the chase; invalid, with every
 * fault named, when it has no label, too many or too few cells, or a value that cannot be what it stands for.
 * @example readRow({ line: 2, cells: ['Dana Reyes', '31/02/2026'] }, rules)
 * //=> { kind: 'invalid', line: 2, reason: '“31/02/2026” in “Next date” is no date.' }
 */
export function readRow(record: { line: number; cells: string[] }, rules: RowRules): RowReading {
  const { line, cells } = record;
  const width = rules.headers.length;
  const over = cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length < width || over) {
    const reason = `It has ${cells.length} cells, the header has ${width}.`;
    return { kind: 'invalid', line, reason };
  }
  const cell = (field: ImportField) => firstFilled(cells, rules.layout.get(field));
  const status = readStatuses(cells, rules.layout.get('status'));
  if (status.leftOut) return { kind: 'left_out', line, ...status.leftOut };

  const faults: string[] = [];
  const row: ImportRow = {
    line,
    ...readPerson(cell),
    externalId: cleanLine(cell('external_id')),
    owner: cleanLine(cell('owner')),
    nextOn: readDate('next_date', { cells, rules, faults }),
    nextStep: cut(cleanLine(cell('next_step')), STEP_LENGTH),
    lastContactOn: readDate('last_contact', { cells, rules, faults }),
    contacts: readContacts(cell('contacts'), faults),
    interest: readInterest(cell('interest')),
    note: cut(cleanText(cell('notes')), NOTE_LENGTH),
    unknownStatus: status.unknown,
  };
  faults.push(...faultsOf(row, rules.latestToday));
  return faults.length > 0
    ? { kind: 'invalid', line, reason: faults.join(' ') }
    : { kind: 'row', row };
}

type Cell = (field: ImportField) => string | null;

function readPerson(cell: Cell) {
  const parts = [cell('first_name'), cell('last_name')].filter((part) => part !== null);
  const name = cut(cleanLine(cell('name')) ?? cleanLine(parts.join(' ')), NAME_LENGTH);
  const company = cut(cleanLine(cell('company')), NAME_LENGTH);
  const email = cut(cleanLine(cell('email')), NAME_LENGTH);
  return {
    name,
    company,
    email,
    phone: cut(cleanLine(cell('phone')), NAME_LENGTH),
    country: cleanLine(cell('country')),
    nameKey: name === null ? null : sameNameKey(name),
    companyKey: company === null ? null : sameNameKey(company),
    emailKey: emailKey(email),
  };
}

function faultsOf(row: ImportRow, latestToday: LocalDate): string[] {
  const checked = rowSchema.safeParse({ ...row, latestToday });
  return checked.success ? [] : checked.error.issues.map((issue) => issue.message);
}

function readDate(
  field: 'next_date' | 'last_contact',
  { cells, rules, faults }: { cells: readonly string[]; rules: RowRules; faults: string[] },
): LocalDate | null {
  const column = rules.layout.get(field)?.[0];
  const typed = column === undefined ? null : cleanLine(cells[column]);
  if (column === undefined || typed === null) return null;
  const date = readImportedDate(typed, rules.orders.get(field) ?? 'mdy');
  if (date === null) {
    faults.push(`“${cutText(typed, 40)}” in “${rules.headers[column]?.trim()}” is no date.`);
  }
  return date;
}

function readContacts(typed: string | null, faults: string[]): number {
  const text = typed?.trim() ?? '';
  if (text === '') return 0;
  const count = /^\d{1,6}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (count <= CONTACTS_LIMIT) return count;
  faults.push(`“${cutText(text, 40)}” is no number of contacts.`);
  return 0;
}

function readInterest(typed: string | null): Interest | null {
  const key = typed?.trim().toLowerCase();
  return INTERESTS.find((interest) => interest === key) ?? null;
}

function readStatuses(cells: readonly string[], columns: readonly number[] = []) {
  const statuses = columns.flatMap((column) => cleanLine(cells[column]) ?? []);
  let unknown: string | null = null;
  for (const status of statuses) {
    const meaning = readStatus(status);
    if (meaning.kind === 'left_out')
      return { leftOut: { why: meaning.why, status }, unknown: null };
    if (meaning.kind === 'unknown') unknown ??= status;
  }
  return { leftOut: null, unknown };
}

function firstFilled(cells: readonly string[], columns: readonly number[] = []): string | null {
  for (const column of columns) {
    const cell = cells[column];
    if (cell !== undefined && cell.trim() !== '') return cell;
  }
  return null;
}

function cut(text: string | null, length: number): string | null {
  return text === null ? null : cutText(text, length);
}
