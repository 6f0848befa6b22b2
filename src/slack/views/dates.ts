import type { LocalDate } from '../../domain/local-date.ts';
import { en } from '../../domain/words/en.ts';

export const WEEKDAYS = en.dates.weekdays;

export function sayDay(date: LocalDate, today: LocalDate): string {
  return en.dates.day(date, today);
}

export function sayWeekday(date: LocalDate): string {
  return en.dates.weekday(date);
}

export function sayNearDay(date: LocalDate, today: LocalDate): string {
  return en.dates.nearDay(date, today);
}

export function sayMonth(date: LocalDate): string {
  return en.dates.month(date);
}
