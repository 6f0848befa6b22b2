import { LAST_CONTACT } from '../../domain/insights.ts';
import type { Channel } from '../../domain/touch.ts';
import { type Estimate, estimate, type Rate, standOut } from '../../domain/wilson.ts';
import { textBar } from './chart.ts';
import type { Line } from './compose.ts';

/** Short enough for a phone's width beside a bar and its figures. */
export const CHANNEL_NAMES: Record<Channel, string> = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  social: 'Social',
  video: 'Video',
  meeting: 'Meeting',
  other: 'Other',
};

/** "28% (25–32)": the share and the range it is very likely in. */
export function sayShare({ share, low, high }: Estimate): string {
  return `${percent(share)}% (${percent(low)}–${percent(high)})`;
}

/** "15 of 26, 58% (39–74)", or "3 of 7, too few yet for a share". */
export function sayRate(rate: Rate): string {
  const found = estimate(rate);
  return `${rate.hits} of ${rate.of}, ${found ? sayShare(found) : 'too few yet for a share'}`;
}

export function sayContact(number: number): string {
  return number === LAST_CONTACT ? `${LAST_CONTACT}+` : String(number);
}

export function sayHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

export function percent(share: number): number {
  return Math.round(share * 100);
}

export type RateRow = { label: string; rate: Rate };

/** Shares as bars of text, one row each; the longest bar is the highest share. */
export function rateRows(rows: readonly RateRow[]): Line {
  const width = widthOf(rows);
  const known = rows.flatMap(({ label, rate }) => {
    const found = estimate(rate);
    return found ? [{ label, rate, found }] : [];
  });
  const highest = Math.max(0, ...known.map(({ found }) => found.share));
  return preformatted(
    known.map(({ label, rate, found }) => {
      const bar = textBar(found.share, highest).padEnd(6);
      return `${label.padEnd(width)} ${bar} ${sayShare(found)} of ${rate.of}`;
    }),
  );
}

/** Counts as bars of text, one row each. */
export function countRows(rows: readonly { label: string; count: number }[]): Line {
  const width = widthOf(rows);
  const highest = Math.max(0, ...rows.map(({ count }) => count));
  return preformatted(
    rows.map(
      ({ label, count }) => `${label.padEnd(width)} ${textBar(count, highest, 12)} ${count}`,
    ),
  );
}

/** What stands out among the rows, or that nothing does; empty while no two of them say anything. */
export function sayStandOut(rows: readonly RateRow[], what: string): Line[] {
  const known = rows.filter(({ rate }) => estimate(rate) !== null);
  if (known.length < 2) return [];
  const found = standOut(rows);
  if (!found) return [[`No ${what} stands out yet: the ranges overlap.`]];
  const say = ({ label, rate }: RateRow) => {
    const share = estimate(rate);
    return `${label} ${share ? sayShare(share) : ''} of ${rate.of}`;
  };
  return [[`Most answered: ${say(found.best)}. Least: ${say(found.worst)}.`]];
}

function widthOf(rows: readonly { label: string }[]): number {
  return Math.max(0, ...rows.map(({ label }) => label.length));
}

// Our own words and figures only: a person's words would break out of it.
function preformatted(lines: readonly string[]): Line {
  return [`\`\`\`\n${lines.join('\n')}\n\`\`\``];
}
