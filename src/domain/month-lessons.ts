import { countReasons, type Insights } from './insights.ts';
import { holdsName, type Named, namesProspect } from './lesson-names.ts';
import type { LocalDate } from './local-date.ts';
import type { NoReason } from './touch.ts';

/** What a team's Noes of one month taught, without prospect names. */
export type MonthLessons = {
  /** The month's first day. */
  month: LocalDate;
  noes: number;
  reasons: Insights['noes']['reasons'];
  /** Newest first. */
  lessons: { reason: NoReason | null; text: string }[];
  /** Lessons left out because they name somebody. */
  withNames: number;
};

export type MonthNo = Named & { noReason: NoReason | null; lesson: string | null };

/**
 * Sorts a month's Noes, newest first, into what may be told to a channel. A lesson that names its own
 * prospect, or holds the whole name of another one of the month, is counted and not told.
 * @example
 * collectLessons('2026-10-01', [{ name: 'Dana Reyes', company: 'Acme', noReason: 'price',
 *   lesson: 'Dana had no budget.' }]) //=> { noes: 1, lessons: [], withNames: 1, … }
 */
export function collectLessons(month: LocalDate, noes: readonly MonthNo[]): MonthLessons {
  const told = noes.flatMap((no) => (no.lesson === null ? [] : [{ ...no, text: no.lesson }]));
  const lessons = told.filter(
    ({ text, ...own }) =>
      !namesProspect(text, own) && !noes.some((other) => holdsName(text, other)),
  );
  return {
    month,
    noes: noes.length,
    reasons: countReasons(noes),
    lessons: lessons.map(({ noReason: reason, text }) => ({ reason, text })),
    withNames: told.length - lessons.length,
  };
}
