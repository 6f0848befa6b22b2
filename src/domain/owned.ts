/** What somebody has to chase, in numbers. */
export type Owned = {
  open: number;
  /** Of the open ones: agreed with the prospect, and past their day though not in line. */
  promised: number;
  overdue: number;
  /** Won or lost, with a day to look at them again. */
  revisits: number;
};

export const NOTHING_OWNED: Owned = { open: 0, promised: 0, overdue: 0, revisits: 0 };

export const HAND_OVER_SCOPES = ['all', 'due'] as const;
/** Everything that has a day, or only what is due by today. */
export type HandOverScope = (typeof HAND_OVER_SCOPES)[number];

/** How long a hand-over can be undone as a whole. */
export const HAND_OVER_UNDO_HOURS = 24;

/**
 * How many prospects that is in all.
 * @example totalOf({ open: 12, promised: 2, overdue: 1, revisits: 3 }) //=> 15
 */
export function totalOf({ open, revisits }: Owned): number {
  return open + revisits;
}
