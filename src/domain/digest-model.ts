import type { DigestSection } from './digest.ts';
import type { LocalDate } from './local-date.ts';
import type { Prospect } from './prospect.ts';
import type { Channel, Outcome } from './touch.ts';
import type { LocalTime } from './zone.ts';

/** A pest warning with the name of who reached out. */
export type NamedWarning = {
  name: string;
  channel: Channel;
  touchedOn: LocalDate;
  betterFrom: LocalDate;
};

/** One prospect to chase, as a screen shows it. */
export type DueRow = {
  /** Order within the day, from 0; done rows keep theirs. */
  position: number;
  prospect: Prospect;
  section: DigestSection;
  /** Two points from their side, noted at the last touch. */
  points: string | null;
  warning: NamedWarning | null;
};

/** What somebody did about a row since it was drawn. */
export type Deed =
  | { kind: 'logged'; outcome: Outcome; channel: Channel; touchId: string; by: string | null }
  | {
      kind: 'snoozed' | 'nurtured' | 'reopened' | 'dropped' | 'revisit_moved' | 'moved_on';
      by: string | null;
    };

export type DoneRow = { position: number; prospect: Prospect; deed: Deed; at: Date };

/** What a digest says of a full day: how many days a spread would take, or what it moved and until when. */
export type SpreadNote =
  | { kind: 'offer'; due: number; pace: number; days: number }
  | { kind: 'moved'; batchId: string; count: number; until: LocalDate };

/** A rep's day: the digest and App Home draw it. Times are the rep's own. */
export type DigestModel = {
  today: LocalDate;
  /** Tells one drawing from the next, so that a menu does not go on showing what was chosen in it. */
  drawnAt: Date;
  zone: string;
  due: DueRow[];
  done: DoneRow[];
  promisedCount: number;
  firstTime: LocalTime | null;
  /** Next steps on the rep's next working day. */
  nextDay: { on: LocalDate; count: number };
  /** What the team post will say of the rep, while it is still ahead. */
  teamSees: { at: LocalTime; slipping: number } | null;
  /** The days are too full: an offer to spread them, or what a spread moved away. */
  spread: SpreadNote | null;
  /** Set when the message goes out late: the time it was planned for. */
  lateSince: LocalTime | null;
};
