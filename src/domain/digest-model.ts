import type { DigestSection } from './digest.ts';
import type { LocalDate } from './local-date.ts';
import type { Prospect } from './prospect.ts';
import type { Channel, Outcome } from './touch.ts';
import type { LocalTime } from './zone.ts';

/** A pest warning with the name of who reached out, where that is known. */
export type NamedWarning = {
  name: string | null;
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
  /** Same phone as somebody who asked us to stop: a manager decides before anybody reaches out. */
  isHeld: boolean;
};

/** What somebody did about a row since it was drawn. */
export type Deed =
  | { kind: 'logged'; outcome: Outcome; channel: Channel; touchId: string; by: string | null }
  | { kind: PlainDeed; by: string | null };

type PlainDeed =
  | 'snoozed'
  | 'nurtured'
  | 'reopened'
  | 'dropped'
  | 'revisit_moved'
  | 'not_a_prospect'
  | 'moved_on';

export type DoneRow = { position: number; prospect: Prospect; deed: Deed; at: Date };

/** Prospects that stand in the manager's sweep of that Monday unless something is done about them. */
export type ToManager = {
  sweepOn: LocalDate;
  prospectIds: string[];
  /** The rep manages themselves: the sweep is their own. */
  isOwn: boolean;
};

/** What a digest says of a full day: over how many other days a spread would go, or what it moved and until when. */
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
  /** What the team post will say of the rep, while it is still ahead; with `inTotal`, without the name. */
  teamSees: { at: LocalTime; slipping: number; inTotal: boolean } | null;
  /** What goes to the manager on Monday, on the last working day before it. */
  toManager: ToManager | null;
  /** The days are too full: an offer to spread them, or what a spread moved away. */
  spread: SpreadNote | null;
  /** Set when the message goes out late: the time it was planned for. */
  lateSince: LocalTime | null;
};
