import type { LocalDate } from './local-date.ts';
import type { NoReason } from './touch.ts';

/** What a team did between two days. */
export type WeekNumbers = {
  followUps: number;
  prospectsChased: number;
  yes: number;
  no: number;
  promises: { kept: number; due: number };
  /** Entries marked as not a prospect. */
  notProspects: number;
};

/** A manager's Friday: this week with last week beside it. */
export type WeekSummary = {
  monday: LocalDate;
  thisWeek: WeekNumbers;
  lastWeek: WeekNumbers;
  /** Prospects slipping now, over all reps. */
  slipping: number;
  /** The newest lesson from this week's Noes. */
  lesson: { reason: NoReason | null; text: string } | null;
};
