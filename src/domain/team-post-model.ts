import type { Ranked } from './leaderboard.ts';
import type { LocalDate } from './local-date.ts';

/** Slipping beyond this is shown as "12+". */
export const SLIPPING_SHOWN = 12;

/** The team's morning, as the post in the team channel draws it. Prospect names never. */
export type TeamPostModel = {
  today: LocalDate;
  /** The team's last working day, whose follow-ups are counted. */
  lastDay: LocalDate;
  followUps: number;
  promises: { kept: number; due: number };
  slipping: { name: string; count: number }[];
  away: { name: string; until: LocalDate }[];
  nothingSlipping: string[];
  /** The post says how much slips, not with whom; nor, by leaving them out, with whom nothing does. */
  totalsOnly: boolean;
  /** This week so far, hidden names left out. */
  most: Ranked[];
  /** On the week's first post: the whole board of the week that ended. */
  lastWeek: { monday: LocalDate; board: Ranked[]; followUps: number } | null;
};
