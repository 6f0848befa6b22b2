/** So many of so many: `hits` out of `of`. */
export type Rate = { hits: number; of: number };

/** A share with the range it is very likely in, all from 0 to 1. */
export type Estimate = { share: number; low: number; high: number };

/** Below so many a share says more about chance than about us. */
export const ENOUGH = 20;

/** How many standard errors hold 95 of 100. */
const Z = 1.96;

/**
 * The share and its Wilson interval at 95 %, which stays inside 0 and 1 and is honest for small
 * numbers and for shares near none or all (E. B. Wilson, JASA 22, 1927). Null without anything to share.
 * @example wilson({ hits: 12, of: 40 }) //=> { share: 0.3, low: 0.181, high: 0.454 } to three digits
 */
export function wilson({ hits, of }: Rate): Estimate | null {
  if (of === 0) return null;
  const share = hits / of;
  const square = (Z * Z) / of;
  const centre = (share + square / 2) / (1 + square);
  const spread = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return { share, low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) };
}

/**
 * The estimate once there are enough to say anything, else null: "too few yet".
 * @example estimate({ hits: 5, of: 19 }) //=> null
 */
export function estimate(rate: Rate): Estimate | null {
  return rate.of < ENOUGH ? null : wilson(rate);
}

/**
 * The highest and the lowest of several shares when their intervals do not touch; null while nothing
 * stands out. Those with too few are left out.
 * @example
 * standOut([{ at: 'call', rate: { hits: 60, of: 100 } }, { at: 'email', rate: { hits: 20, of: 100 } }])
 * //=> { best: { at: 'call', … }, worst: { at: 'email', … } }
 */
export function standOut<T extends { rate: Rate }>(
  rows: readonly T[],
): { best: T; worst: T } | null {
  const known = rows.flatMap((row) => {
    const found = estimate(row.rate);
    return found ? [{ row, ...found }] : [];
  });
  known.sort((a, b) => b.share - a.share);
  const best = known[0];
  const worst = known.at(-1);
  return best && worst && best.low > worst.high ? { best: best.row, worst: worst.row } : null;
}
