import type { Weekdays } from './working-days.ts';
import type { LocalTime } from './zone.ts';

/** Reps who share a team channel, a time zone and managers. */
export type Team = {
  id: string;
  name: string;
  slackChannelId: string | null;
  zone: string;
  postTime: LocalTime;
  /** When each manager gets Friday's summary, in their own zone. */
  summaryTime: LocalTime;
  weekdays: Weekdays;
  /** ISO 3166 codes of where the public holidays come from; the region may have a part of its own: `BY.A`. */
  holidaysCountry: string | null;
  holidaysRegion: string | null;
  /** The post says how much slips, not with whom. */
  totalsOnly: boolean;
  /** The language of what stands in the team channel, like `de`; null is English until somebody lends theirs. */
  locale: string | null;
  createdAt: Date;
};
