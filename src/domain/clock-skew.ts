/** Worth a look at the computer's time service. */
const APART_MS = 30_000;
/** Slack's signatures are good for so long, so a clock this far off refuses every request. */
const TOO_FAR_MS = 5 * 60_000;

export type ClockFit = 'close' | 'apart' | 'too_far';

/**
 * What the distance between a computer's clock and the database's means, in milliseconds. From half a
 * minute on somebody is told. Past five minutes one of the two is wrong and nobody knows which: nothing
 * is planned or sent by them.
 * @example judgeSkew(-600_000) //=> 'too_far'
 */
export function judgeSkew(skewMs: number): ClockFit {
  const distance = Math.abs(skewMs);
  if (distance > TOO_FAR_MS) return 'too_far';
  return distance > APART_MS ? 'apart' : 'close';
}

/**
 * The distance in words, as this computer stands to the database.
 * @example saySkew(-600_000) //=> '600 seconds behind the database'
 */
export function saySkew(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return `${seconds} seconds ${skewMs < 0 ? 'behind' : 'ahead of'} the database`;
}
