import type { LocalDate } from './local-date.ts';
import type { Owned } from './owned.ts';
import type { Prospect } from './prospect.ts';

/** What a rep was given at once, as their brief tells it. */
export type Brief = {
  /** Who gave them, and whose they were. */
  by: string | null;
  from: string | null;
  owned: Owned;
  /** Promises first, then soonest. */
  rows: Prospect[];
  heldIds: ReadonlySet<string>;
  today: LocalDate;
  zone: string;
};
