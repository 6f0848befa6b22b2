import {
  HEADER_NAMES,
  headerKey,
  IMPORT_FIELDS,
  type ImportField,
  MANY_COLUMNS,
} from './header-names.ts';

/** Which columns hold which field, by index, best first. */
export type ColumnLayout = ReadonlyMap<ImportField, readonly number[]>;

/**
 * What a person says of a column. Without a field the column is left aside; without a header the
 * field is read from nowhere.
 */
export type ColumnChoice =
  | { header: string; field: ImportField | null }
  | { header: null; field: ImportField };

export type LayoutReading = { ok: true; layout: ColumnLayout } | { ok: false; problem: string };

/**
 * Finds each field's columns by their headers; what a person chose wins over what is recognised.
 * A problem when a chosen header is not in the file or nothing could name a prospect.
 * @example
 * layOutColumns(['Full Name', 'Lead_Status'], []).layout //=> name → [0], status → [1]
 */
export function layOutColumns(
  headers: readonly string[],
  choices: readonly ColumnChoice[],
): LayoutReading {
  const keys = headers.map(headerKey);
  const unmapped = new Set<ImportField>();
  const chosen = new Map<number, ImportField | null>();
  for (const choice of choices) {
    if (choice.header === null) {
      unmapped.add(choice.field);
      continue;
    }
    const column = keys.indexOf(headerKey(choice.header));
    if (column < 0) return { ok: false, problem: noSuchHeader(choice.header, headers) };
    chosen.set(column, choice.field);
  }
  const layout = new Map<ImportField, number[]>();
  for (const field of IMPORT_FIELDS) {
    const named = [...chosen].filter(([, own]) => own === field).map(([column]) => column);
    const found = named.length > 0 || unmapped.has(field) ? named : recognise(field, keys, chosen);
    if (found.length > 0) layout.set(field, MANY_COLUMNS.has(field) ? found : found.slice(0, 1));
  }
  return namesProspects(layout)
    ? { ok: true, layout }
    : { ok: false, problem: nothingUsable(headers) };
}

/**
 * Headers no field reads, so that a person sees what an import leaves behind.
 * @example unusedHeaders(['Name', 'City'], layout) //=> ['City']
 */
export function unusedHeaders(headers: readonly string[], layout: ColumnLayout): string[] {
  const used = new Set([...layout.values()].flat());
  return headers.filter((header, column) => !used.has(column) && header.trim() !== '');
}

function recognise(
  field: ImportField,
  keys: readonly string[],
  chosen: ReadonlyMap<number, unknown>,
): number[] {
  return HEADER_NAMES[field].flatMap((name) => {
    const column = keys.findIndex((key, index) => key === name && !chosen.has(index));
    return column < 0 ? [] : [column];
  });
}

function namesProspects(layout: ColumnLayout): boolean {
  const naming: ImportField[] = ['name', 'first_name', 'last_name', 'company', 'external_id'];
  return naming.some((field) => layout.has(field));
}

function noSuchHeader(header: string, headers: readonly string[]): string {
  return `There is no column “${header}”. The file has: ${listed(headers)}.`;
}

function nothingUsable(headers: readonly string[]): string {
  return `No column holds a name, a company or an id. Say which one does; the file has: ${listed(headers)}.`;
}

function listed(headers: readonly string[]): string {
  const shown = headers.slice(0, 30).map((header) => header.trim() || '(no header)');
  return headers.length > 30
    ? `${shown.join(', ')} and ${headers.length - 30} more`
    : shown.join(', ');
}
