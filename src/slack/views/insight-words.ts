import { LAST_CONTACT } from '../../domain/insights.ts';
import { estimate, type Rate, standOut } from '../../domain/wilson.ts';
import type { Words } from '../../domain/words/words.ts';
import { textBar } from './chart.ts';
import type { Line } from './compose.ts';

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
export function rateRows(rows: readonly RateRow[], { insights }: Words): Line {
  const width = widthOf(rows);
  const known = rows.flatMap(({ label, rate }) => {
    const found = estimate(rate);
    return found ? [{ label, rate, found }] : [];
  });
  const highest = Math.max(0, ...known.map(({ found }) => found.share));
  return preformatted(
    known.map(({ label, rate, found }) => {
      const bar = textBar(found.share, highest).padEnd(6);
      return `${label.padEnd(width)} ${bar} ${insights.shareOf(found, rate.of)}`;
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

/** What can stand out: how they are called is each language's. */
export type Kind = keyof Words['insights']['noneStandsOut'];

/** What stands out among the rows, or that nothing does; empty while no two of them say anything. */
export function sayStandOut(
  rows: readonly RateRow[],
  { kind, words: { insights } }: { kind: Kind; words: Words },
): Line[] {
  const known = rows.filter(({ rate }) => estimate(rate) !== null);
  if (known.length < 2) return [];
  const found = standOut(rows);
  if (!found) return [[insights.noneStandsOut[kind]]];
  const say = ({ label, rate }: RateRow) => {
    const share = estimate(rate);
    return share ? `${label} ${insights.shareOf(share, rate.of)}` : label;
  };
  return [[insights.standOut(say(found.best), say(found.worst))]];
}

function widthOf(rows: readonly { label: string }[]): number {
  return Math.max(0, ...rows.map(({ label }) => label.length));
}

// Our own words and figures only: a person's words would break out of it.
function preformatted(lines: readonly string[]): Line {
  return [`\`\`\`\n${lines.join('\n')}\n\`\`\``];
}
