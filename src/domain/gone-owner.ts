import type { LocalDate } from './local-date.ts';
import type { Owned } from './owned.ts';

/** Somebody who left and whose prospects nobody has taken over. */
export type GoneOwner = {
  repId: string;
  name: string;
  /** In the zone of the one who reads it. */
  leftOn: LocalDate;
  owned: Owned;
};
