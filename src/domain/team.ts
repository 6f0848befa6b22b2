import type { Weekdays } from './working-days.ts';
import type { LocalTime } from './zone.ts';

/** Reps who share a team channel, a time zone and managers. */
export type Team = {
  id: string;
  name: string;
  slackChannelId: string | null;
  zone: string;
  postTime: LocalTime;
  weekdays: Weekdays;
  createdAt: Date;
};
