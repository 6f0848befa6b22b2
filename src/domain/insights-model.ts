import type { InsightDays, Insights } from './insights.ts';
import type { LocalDate } from './local-date.ts';
import type { Rate } from './wilson.ts';

/** Whose touches insights are about: one's own, or those of one's team together. */
export type InsightScope = 'me' | 'team';

/** What `/followup insights` shows. */
export type InsightsModel = {
  scope: InsightScope;
  days: InsightDays;
  /** The first day counted: later than the days say when there was more than can be read. */
  from: LocalDate;
  isCut: boolean;
  today: LocalDate;
  insights: Insights;
  promises: Rate;
};
