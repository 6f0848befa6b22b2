import type { LocalDate } from './local-date.ts';
import type { PestWarning } from './pest-guard.ts';
import type { PromiseResult } from './plan-touch.ts';
import type { Prospect } from './prospect.ts';
import type { Touch } from './touch.ts';
import type { TouchEdit } from './touch-edit.ts';

/** What logging a touch did, for the answer the person reads. */
export type LoggedTouch = {
  touch: Touch;
  /** As it stands after the touch. */
  prospect: Prospect;
  contacts: number;
  promise: PromiseResult;
  /** The chosen next day was a day off; the next step moved to the next working day. */
  movedFrom: LocalDate | null;
  /** The promise falls on a day off of its owner, and stays there. */
  promiseOnDayOff: boolean;
  warning: PestWarning | null;
  /** Set when a logged touch was changed. */
  edit?: TouchEdit;
};

/** A touch with whom it was about, for a list of them. */
export type NamedTouch = {
  touch: Touch;
  prospect: Pick<Prospect, 'id' | 'name' | 'company' | 'externalId'>;
};
