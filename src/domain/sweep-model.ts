import type { Cracked } from './cracks.ts';
import type { GoneOwner } from './gone-owner.ts';
import type { LocalDate } from './local-date.ts';

/** One rep's cracks, as the manager sees them. */
export type CrackGroup = { repId: string; name: string; rows: Cracked[] };

/** A manager's Monday: what is falling through, by rep, and what those who left have left. */
export type SweepModel = {
  /** The Monday it is of. */
  on: LocalDate;
  today: LocalDate;
  ownRepId: string;
  total: number;
  /** How many last Monday's sweep listed; null when there was none. */
  lastTotal: number | null;
  /** Most first. */
  groups: CrackGroup[];
  gone: GoneOwner[];
  /** Whether anybody else is there, with nothing in it. */
  othersAreClear: boolean;
};
