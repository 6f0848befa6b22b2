import { isLocalDate, type LocalDate } from '../local-date.ts';

/** Whether `3/4/2026` is the third of April or the fourth of March. */
export type DateOrder = 'dmy' | 'mdy';

export type OrderReading =
  | { ok: true; order: DateOrder }
  | { ok: false; why: 'ambiguous' | 'mixed'; example: string };

/**
 * Finds the order of a column's slashed dates from the column as a whole: a part over 12 decides.
 * Not found when every date reads both ways, or when some only read one way and some the other.
 * @example decideDateOrder(['03/04/2026', '25/04/2026']) //=> { ok: true, order: 'dmy' }
 */
export function decideDateOrder(texts: Iterable<string>): OrderReading {
  const examples: { dmy?: string; mdy?: string; either?: string } = {};
  for (const text of texts) {
    const [, first = '', second = ''] = SLASHED.exec(text.trim()) ?? [];
    if (Number(first) > 12) examples.dmy ??= text;
    else if (Number(second) > 12) examples.mdy ??= text;
    else if (Number(first) !== Number(second)) examples.either ??= text;
  }
  const { dmy, mdy, either } = examples;
  if (dmy && mdy) return { ok: false, why: 'mixed', example: `${dmy} and ${mdy}` };
  if (either && !dmy && !mdy) return { ok: false, why: 'ambiguous', example: either };
  return { ok: true, order: dmy ? 'dmy' : 'mdy' };
}

/**
 * The day a cell names: ISO, `DD.MM.YYYY`, or slashed in the column's order; a time of day after it is
 * left aside. Null when it names no real day: a date is never guessed.
 * @example readImportedDate('31/02/2026', 'dmy') //=> null
 */
export function readImportedDate(text: string, order: DateOrder): LocalDate | null {
  const typed = text.trim();
  const [, isoYear, isoMonth, isoDay] = ISO.exec(typed) ?? [];
  if (isoYear) return localDate(isoYear, isoMonth, isoDay);
  const [, dotDay, dotMonth, dotYear] = DOTTED.exec(typed) ?? [];
  if (dotYear) return localDate(dotYear, dotMonth, dotDay);
  const [, first, second, year] = SLASHED.exec(typed) ?? [];
  if (!year) return null;
  return order === 'dmy' ? localDate(year, second, first) : localDate(year, first, second);
}

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}.*)?$`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`);
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${TIME}`);
const SLASHED = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})${TIME}`);

function localDate(year: string, month = '', day = ''): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
