import type { HolidaysTypes } from 'date-holidays';
import { addDays, type LocalDate } from '../domain/local-date.ts';

/** A country or one of its regions, by its ISO 3166 code. */
export type Place = { code: string; name: string };

export type Holiday = { on: LocalDate; name: string };

/** Where a team's holidays come from. */
export type HolidaySource = { country: string; region: string | null };

const LANGUAGE = 'en';
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

/** Every country whose public holidays are known, by name. */
export async function listCountries(): Promise<Place[]> {
  const Holidays = await loadLibrary();
  return placesIn(new Holidays().getCountries(LANGUAGE));
}

/** A country's regions that have days of their own, and their parts: `BY`, `BY.A`. */
export async function listRegions(country: string): Promise<Place[]> {
  const Holidays = await loadLibrary();
  const holidays = new Holidays();
  return placesIn(holidays.getStates(country, LANGUAGE)).flatMap((region) => [
    region,
    ...placesIn(holidays.getRegions(country, region.code, LANGUAGE)).map((part) => ({
      code: `${region.code}.${part.code}`,
      name: `${region.name}, ${part.name}`,
    })),
  ]);
}

/** "Germany, Bayern"; null when there is no such place. */
export async function namePlace({ country, region }: HolidaySource): Promise<string | null> {
  const known = (await listCountries()).find(({ code }) => code === country);
  if (!known) return null;
  if (region === null) return known.name;
  const part = (await listRegions(country)).find(({ code }) => code === region);
  return part ? `${known.name}, ${part.name}` : null;
}

/** The whole public holidays of a year, soonest first; one that lasts has each of its days. */
export async function listPublicHolidays(
  { country, region }: HolidaySource,
  year: number,
): Promise<Holiday[]> {
  const Holidays = await loadLibrary();
  const [state = '', part = ''] = (region ?? '').split('.');
  const days = new Map<LocalDate, string>();
  for (const holiday of new Holidays(country, state, part).getHolidays(year, LANGUAGE)) {
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

function placesIn(names: Record<string, string> | undefined): Place[] {
  const places = Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));
  return places.sort((a, b) => a.name.localeCompare(b.name, LANGUAGE));
}
