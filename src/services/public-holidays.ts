import type { HolidaysTypes } from 'date-holidays';
import { addDays, type LocalDate } from '../domain/local-date.ts';

/** A country or one of its regions, by its ISO 3166 code. */
export type Place = {
  code: string;
  name: string;
  /** What the library calls it in English: it is found by that as well. */
  alias: string;
};

export type Holiday = { on: LocalDate; name: string };

/** Where a team's holidays come from. */
export type HolidaySource = { country: string; region: string | null };

/** In which names are kept, whoever reads them. */
export const KEPT_LANGUAGE = 'en';
const DAY_MS = 86_400_000;

// A megabyte of rules, wanted a few times a year: read when somebody asks.
let library: ReturnType<typeof importLibrary> | null = null;

function importLibrary() {
  return import('date-holidays').then((module) => module.default);
}

function loadLibrary() {
  library ??= importLibrary();
  return library;
}

/** Every country whose public holidays are known, by its name in a language like `de`. */
export async function listCountries(language: string): Promise<Place[]> {
  const Holidays = await loadLibrary();
  const known = Object.entries(new Holidays().getCountries(KEPT_LANGUAGE));
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const places = known.map(([code, alias]) => ({ code, name: names.of(code) ?? alias, alias }));
  return byName(places, language);
}

/** A country's regions that have days of their own, and their parts: `BY`, `BY.A`. */
export async function listRegions(country: string, language: string): Promise<Place[]> {
  const Holidays = await loadLibrary();
  const holidays = new Holidays();
  const regions = placesIn((named) => holidays.getStates(country, named), language);
  return regions.flatMap((region) => [
    region,
    ...placesIn((named) => holidays.getRegions(country, region.code, named), language).map(
      (part) => ({
        code: `${region.code}.${part.code}`,
        name: `${region.name}, ${part.name}`,
        alias: `${region.alias}, ${part.alias}`,
      }),
    ),
  ]);
}

/** "Germany, Bayern"; null when there is no such place. */
export async function namePlace(
  { country, region }: HolidaySource,
  language: string,
): Promise<string | null> {
  const known = (await listCountries(language)).find(({ code }) => code === country);
  if (!known) return null;
  if (region === null) return known.name;
  const part = (await listRegions(country, language)).find(({ code }) => code === region);
  return part ? `${known.name}, ${part.name}` : null;
}

/** The whole public holidays of a year, soonest first; one that lasts has each of its days. */
export async function listPublicHolidays(
  { country, region }: HolidaySource,
  { year, language }: { year: number; language: string },
): Promise<Holiday[]> {
  const Holidays = await loadLibrary();
  const [state = '', part = ''] = (region ?? '').split('.');
  const days = new Map<LocalDate, string>();
  for (const holiday of new Holidays(country, state, part).getHolidays(year, language)) {
    if (holiday.type !== 'public') continue;
    for (const on of daysOf(holiday)) if (!days.has(on)) days.set(on, holiday.name);
  }
  return [...days].map(([on, name]) => ({ on, name })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** A holiday that begins at noon or ends before its day does is no day off. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): LocalDate[] {
  const [first = '', time = ''] = date.split(' ');
  // A day of 23 or 25 hours is one day.
  const count = Math.round((end.getTime() - start.getTime()) / DAY_MS);
  if (time !== '00:00:00') return [];
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

function placesIn(
  namesIn: (language: string) => Record<string, string> | undefined,
  language: string,
): Place[] {
  const names = namesIn(language);
  const known = Object.entries(namesIn(KEPT_LANGUAGE) ?? {});
  const places = known.map(([code, alias]) => ({ code, name: names?.[code] ?? alias, alias }));
  return byName(places, language);
}

function byName(places: Place[], language: string): Place[] {
  return places.sort((a, b) => a.name.localeCompare(b.name, language));
}
