import { z } from 'zod';
import type { LocalDate } from './local-date.ts';

export const HOME_TABS = ['today', 'week', 'nurture', 'all', 'recent'] as const;
/** A part of App Home that has pages of its own. */
export type HomeTab = (typeof HOME_TABS)[number];

/** Far more rows than anybody has. */
const ROWS_COUNTED = 1_000_000;

export const homePlaceSchema = z.object({
  tab: z.enum(HOME_TABS),
  from: z.coerce.number().int().min(0).max(ROWS_COUNTED),
});
/** Where somebody stands on App Home: a part of it, and the row its page begins with, from 0. */
export type HomePlace = z.infer<typeof homePlaceSchema>;

export type KeptPlace = HomePlace & { on: LocalDate };

export const HOME_START: HomePlace = { tab: 'today', from: 0 };

/**
 * Where App Home opens: where the person stood earlier that day. A morning begins with today, not with
 * the page somebody left the evening before.
 * @example placeOn('2026-11-18', { tab: 'nurture', from: 15, on: '2026-11-17' }) //=> HOME_START
 */
export function placeOn(today: LocalDate, kept: KeptPlace | null): HomePlace {
  if (kept?.on !== today) return HOME_START;
  const { tab, from } = kept;
  return { tab, from };
}
