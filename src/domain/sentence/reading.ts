import type { LocalDate } from '../local-date.ts';
import type { Channel, Interest, NoReason, Outcome } from '../touch.ts';
import type { WorkCalendar } from '../working-days.ts';
import type { LocalTime } from '../zone.ts';

/** Longer texts are a letter, not a report of one touch. */
export const SENTENCE_LENGTH = 500;

/** A prospect as a sentence may name it, and whether this rep may log its Yes or No. */
export type NamedProspect = {
  id: string;
  name: string | null;
  company: string | null;
  mayEnd: boolean;
};

/** What the reader needs to know: the rep's own day, time and working days, and whom there is. */
export type SentenceWorld = {
  today: LocalDate;
  time: LocalTime;
  calendar: WorkCalendar;
  prospects: readonly NamedProspect[];
  /** Whom a person said it is about, whatever its words fit. */
  about?: string | undefined;
  /** What a person said happened, whatever its words tell. */
  happened?: Outcome | undefined;
};

/** What a sentence says about the touch; null is what it leaves open. */
export type Said = {
  channel: Channel | null;
  outcome: Outcome | null;
  touchedOn: LocalDate | null;
  nextStep: string | null;
  nextOn: LocalDate | null;
  nextTime: LocalTime | null;
  promise: boolean;
  interest: Interest | null;
  noReason: NoReason | null;
  stopChannel: Channel | null;
  /** What it says beyond all that, in the rep's own words. */
  note: string | null;
};

export const WHYS = [
  'empty',
  'too_long',
  'quoted',
  'not_done',
  'nobody',
  'unknown',
  'whom',
  'several',
  'outcome',
  'not_yours',
  'reason',
  'date',
] as const;
/** Why a sentence is not logged at once. */
export type Why = (typeof WHYS)[number];

export type SentenceReading =
  | { kind: 'certain'; prospectId: string; said: Said & { outcome: Outcome; touchedOn: LocalDate } }
  | {
      kind: 'ask';
      why: Why;
      /** Whom it may be about; one when that much is certain. */
      candidates: string[];
      /** The words that seem to name somebody who is not here. */
      about: string | null;
      said: Said;
    };
