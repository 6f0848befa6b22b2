import type { Weekdays } from './working-days.ts';
import type { LocalTime } from './zone.ts';

/** A full Slack member who owns prospects or logs touches. */
export type Rep = {
  id: string;
  teamId: string;
  slackUserId: string;
  slackDmId: string | null;
  name: string;
  email: string | null;
  zone: string;
  /** The rep chose the zone: what Slack says no longer changes it. */
  zoneChosen: boolean;
  /** The language they read Slack in, like `de-DE`; null until Slack was asked. */
  locale: string | null;
  digestTime: LocalTime;
  weekdays: Weekdays;
  /** Follow-ups a day. */
  pace: number;
  isManager: boolean;
  hiddenOnBoard: boolean;
  /** A message before a promise with a time. */
  remindsPromises: boolean;
  /** One line also on a morning with nothing due. */
  tellsWhenClear: boolean;
  deactivatedAt: Date | null;
  createdAt: Date;
};
