import type { ColumnChoice } from './columns.ts';
import { headerKey, IMPORT_FIELDS, type ImportField } from './header-names.ts';

export type ChoicesReading = { ok: true; choices: ColumnChoice[] } | { ok: false; problem: string };

/**
 * Reads `CSV header=field` pairs, separated by commas. `field=` reads the field from nowhere, and
 * `CSV header=` leaves a column aside.
 * @example readColumnChoices('Rep=owner,status=').choices
 * //=> [{ header: 'Rep', field: 'owner' }, { header: null, field: 'status' }]
 */
export function readColumnChoices(text: string): ChoicesReading {
  const choices: ColumnChoice[] = [];
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const at = pair.lastIndexOf('=');
    const header = pair.slice(0, Math.max(at, 0)).trim();
    const typed = pair.slice(at + 1).trim();
    if (at < 0 || header === '') return { ok: false, problem: notAPair(pair) };
    if (typed === '') {
      const unmapped = findField(header);
      choices.push(unmapped ? { header: null, field: unmapped } : { header, field: null });
      continue;
    }
    const field = findField(typed);
    if (!field) return { ok: false, problem: noSuchField(typed) };
    choices.push({ header, field });
  }
  return { ok: true, choices };
}

function findField(text: string): ImportField | null {
  const key = headerKey(text);
  return IMPORT_FIELDS.find((field) => headerKey(field) === key) ?? null;
}

function notAPair(pair: string): string {
  return `“${pair.trim()}” is no “CSV header=field”, such as “Rep=owner”.`;
}

function noSuchField(field: string): string {
  return `There is no field “${field}”. Fields: ${IMPORT_FIELDS.join(', ')}.`;
}
