import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js';

/** An ISO country whose numbers are written without their country code. */
export type Country = CountryCode;

// Numbers are only compared, so a possible length is enough: exports hold many that no carrier gave out.
const LONGEST_TYPED = 60;

/**
 * A phone number in the form in which two are the same (E.164), its extension left aside; null when
 * the text is none, or when it has no country code and no country is given.
 * @example phoneKey('001-512-555-0142x12') //=> '+15125550142'
 */
export function phoneKey(text: string | null, country: Country | null = null): string | null {
  const typed = text?.normalize('NFKC').trim() ?? '';
  if (typed === '' || typed.length > LONGEST_TYPED) return null;
  const international = typed.startsWith('00') ? parse(`+${typed.slice(2)}`, null) : null;
  return international ?? parse(typed, country);
}

/**
 * The country a cell names: its two-letter code or English name; null when it is none.
 * @example readCountry('USA') //=> 'US'
 */
export function readCountry(text: string | null): Country | null {
  if (text === null) return null;
  return countriesByName().get(nameKey(text)) ?? null;
}

function parse(text: string, country: Country | null): string | null {
  const found = parsePhoneNumberFromString(text, country ?? undefined);
  return found?.isPossible() ? found.number : null;
}

let byName: Map<string, Country> | null = null;

function countriesByName(): Map<string, Country> {
  if (byName) return byName;
  const names = new Intl.DisplayNames('en', { type: 'region' });
  byName = new Map([
    [nameKey('USA'), 'US'],
    [nameKey('U.S.A.'), 'US'],
    [nameKey('UK'), 'GB'],
    [nameKey('England'), 'GB'],
  ]);
  for (const code of getCountries()) {
    byName.set(nameKey(code), code).set(nameKey(names.of(code) ?? code), code);
  }
  return byName;
}

function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
