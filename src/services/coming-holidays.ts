import type { LocalDate } from '../domain/local-date.ts';
import {
  type Holiday,
  type HolidaySource,
  KEPT_LANGUAGE,
  listPublicHolidays,
} from './public-holidays.ts';

/** Holidays are kept for this year and so many more: longer than any next step lies ahead. */
const YEARS_AHEAD = 2;

/** The last day that a team's holidays are known for. */
export function holidaysEnd(today: LocalDate): LocalDate {
  return `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;
}

/** Public holidays from today on, soonest first, called as they are kept or in another language. */
export async function listComingHolidays(
  source: HolidaySource,
  { today, language = KEPT_LANGUAGE }: { today: LocalDate; language?: string },
): Promise<Holiday[]> {
  const days: Holiday[] = [];
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= YEARS_AHEAD; ahead++) {
    days.push(...(await listPublicHolidays(source, { year: year + ahead, language })));
  }
  return days.filter(({ on }) => on >= today);
}

/** Where the team's holidays come from; null when it has chosen no country. */
export function sourceOf(team: {
  holidaysCountry: string | null;
  holidaysRegion: string | null;
}): HolidaySource | null {
  const { holidaysCountry: country, holidaysRegion: region } = team;
  return country === null ? null : { country, region };
}
