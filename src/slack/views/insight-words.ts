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

/** What it is called among others, and alone in a sentence where that is more. */
export type Row = { label: string; says?: string };
export type RateRow = Row & { rate: Rate };

export function nameOf({ label, says = label }: Row): string {
  return says;
}

/**
 * Shares as bars of text, one row each; the longest bar is the highest share. The bar stands last: who
 * listens hears the figures before it.
 */
export function rateRows(rows: readonly RateRow[], words: Words): Line {
  const { insights } = words;
  const known = rows.flatMap(({ rate, ...row }) => {
    const found = estimate(rate);
    if (!found) return [];
    return [{ ...row, value: found.share, figures: insights.shareOf(found, rate.of) }];
  });
  return barRows(known, { width: 6, words });
}

/** Counts as bars of text, one row each. */
export function countRows(rows: readonly (Row & { count: number })[], words: Words): Line {
  return barRows(
    rows.map(({ count, ...row }) => ({ ...row, value: count, figures: String(count) })),
    { width: 12, words },
  );
}

/** One alone is a sentence: there is no other bar to see it beside. */
function barRows(
  rows: readonly (Row & { value: number; figures: string })[],
  { width, words: { insights } }: { width: number; words: Words },
): Line {
  const [only, ...others] = rows;
  if (only && others.length === 0) return [insights.only(nameOf(only), only.figures)];
  const highest = Math.max(0, ...rows.map(({ value }) => value));
  const labelWidth = widthOf(rows.map(({ label }) => label));
  const figuresWidth = widthOf(rows.map(({ figures }) => figures));
  return preformatted(
    rows.map(({ label, figures, value }) => {
      const said = `${label.padEnd(labelWidth)} ${figures.padEnd(figuresWidth)}`;
      return `${said} ${textBar(value, highest, width)}`.trimEnd();
    }),
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

function widthOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}

// Our own words and figures only: a person's words would break out of it.
function preformatted(lines: readonly string[]): Line {
  return [`\`\`\`\n${lines.join('\n')}\n\`\`\``];
}
