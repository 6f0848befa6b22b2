import type { LocalDate } from './local-date.ts';
import type { Channel, Interest, NoReason, Outcome } from './touch.ts';
import type { LocalTime } from './zone.ts';

/** A touch as a person tells it; days and times are the rep's own. Everything optional may be null. */
export type LogTouchInput = {
  prospectId: string;
  /** The version a button was drawn from; a form leaves it out and takes what it finds. */
  version?: number | undefined;
  channel: Channel;
  outcome: Outcome;
  touchedOn?: LocalDate | null;
  note?: string | null;
  points?: string | null;
  interest?: Interest | null;
  nextOn?: LocalDate | null;
  nextTime?: LocalTime | null;
  nextStep?: string | null;
  agreed?: boolean;
  revisitOn?: LocalDate | null;
  noReason?: NoReason | null;
  lesson?: string | null;
  /** For a stop: only this channel, or null for all of them. */
  stopChannel?: Channel | null;
};
