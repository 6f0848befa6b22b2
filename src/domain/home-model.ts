import type { DigestModel } from './digest-model.ts';
import type { HomeCounts } from './home-counts.ts';
import type { NamedTouch } from './logged-touch.ts';
import type { Prospect } from './prospect.ts';
import type { SweepModel } from './sweep-model.ts';
import type { WeekAhead } from './week-ahead.ts';

/** What one rep did in a week so far. */
export type OwnNumbers = {
  followUps: number;
  followUpsLastWeek: number;
  prospectsChased: number;
  yes: number;
  no: number;
  promises: { kept: number; due: number };
};

/** What a manager sees of the team. */
export type TeamOnHome = {
  sweep: SweepModel;
  /** Shared phones that wait for a manager. */
  heldCount: number;
};

/** The first page: today, and the beginning of all the rest. */
export type HomeStart = {
  week: Prospect[];
  nurture: Prospect[];
  heldIds: ReadonlySet<string>;
  recent: NamedTouch[];
  recentTotal: number;
  numbers: OwnNumbers;
  /** Null for who does not manage. */
  team: TeamOnHome | null;
};

/** Where a page begins, from 0, and how many rows its list has in all. */
type Span = { from: number; total: number };

export type HomePage =
  | ({ tab: 'today'; start: HomeStart | null } & Span)
  | ({
      tab: 'week' | 'nurture' | 'all';
      rows: Prospect[];
      heldIds: ReadonlySet<string>;
    } & Span)
  | ({ tab: 'recent'; touches: NamedTouch[] } & Span);

/** App Home as one person sees it. */
export type HomeModel = {
  name: string;
  day: DigestModel;
  week: WeekAhead;
  counts: HomeCounts;
  isManager: boolean;
  /** There was never anybody to chase. */
  ownsNone: boolean;
  page: HomePage;
};
