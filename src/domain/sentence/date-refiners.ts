import type { ParsingContext, ParsingResult, Refiner } from 'chrono-node';
import { OURS, UNCLEAR } from './date-parsers.ts';

/** What chrono takes for a date and a report does not mean as one. */
const NOISE = /^(?:now|for .*|\d{1,4}|\d{1,2}\.\d\d)$/;
const SAT = /^sat (?:with|down|in) /;
/** With a count: a span of days, "in the last 2 weeks", "later in the week". */
const SPAN = /^(?:last|past|next|this|(?:in|within|after) the) /;
const WHICH = /(?:^| )(?:this|next|last|past) /;
const NO_YEAR = / (?!20\d\d$)\d{2,4}$/;
const BARE_NUMBER = /^,? *(?: (?:at|by|from|about))? (\d\d?)\.?(\d\d)?(?=[ ,;])/;
const RELATIVE = 'result/relativeDate';

/** A bare number behind a day is an hour, "thu 10"; too late for one, a day of the month, "thu 19". */
const readBareNumbers = forEach((context, result, all) => {
  const { start, index, text } = result;
  if (start.isCertain('hour')) return;
  const [found = '', hours, minutes] =
    BARE_NUMBER.exec(context.text.slice(index + text.length)) ?? [];
  const end = index + text.length + found.length;
  const isPartOfMore = all.some((other) => other.index > index && other.index < end);
  if (hours === undefined || isPartOfMore) return;
  if (minutes === undefined && Number(hours) > 12 && start.isOnlyWeekdayComponent()) {
    start.assign('day', Number(hours)).imply('month', 1);
  } else {
    const isLate = start.get('meridiem') === 1 && Number(hours) < 12;
    const hour = hours.length === 1 ? afternoon(Number(hours)) : Number(hours);
    start.assign('hour', isLate ? Number(hours) + 12 : hour);
    start.assign('minute', Number(minutes ?? 0));
  }
  if (!start.isValidDate()) result.start = unclear(context);
  result.text += found;
});

/**
 * Before chrono joins what its parsers and ours found: each with its own words, ours before chrono's,
 * without what is no date; and what is no day that exists, or a span of days, unclear and not lost.
 */
export const refinersBefore: Refiner[] = [
  forEach(trimWords),
  {
    refine: (context, results) => {
      const ours = results.filter(isOurs);
      return results.filter(
        (one) =>
          isOurs(one) || !(isNoise(context, one) || ours.some((other) => overlap(one, other))),
      );
    },
  },
  forEach(settle),
  { refine: joinParts },
  readBareNumbers,
];

/** After chrono joined them: hours behind what was joined, and two dates in one word are none. */
export const refinersAfter: Refiner[] = [readBareNumbers, { refine: joinOverlapping }];

function forEach(
  change: (context: ParsingContext, result: ParsingResult, all: ParsingResult[]) => void,
): Refiner {
  return {
    refine: (context, results) => {
      for (const result of results) change(context, result, results);
      return results;
    },
  };
}

function isOurs(result: ParsingResult): boolean {
  return result.tags().has(OURS);
}

function overlap(one: ParsingResult, other: ParsingResult): boolean {
  return one.index < other.index + other.text.length && other.index < one.index + one.text.length;
}

function unclear(context: ParsingContext) {
  return context.createParsingComponents().addTag(UNCLEAR);
}

/** Commas are the clause's; "26 Nov 10" is at ten and not in 2010, "at 3 a" no morning. */
function trimWords(context: ParsingContext, result: ParsingResult): void {
  const { start } = result;
  const isHour = start.isCertain('year') && start.isCertain('day') && NO_YEAR.test(result.text);
  if (isHour) {
    start.delete('year');
    start.imply('year', context.reference.instant.getFullYear());
    start.addTag(OURS);
  }
  if (result.text.endsWith(' a')) start.delete('meridiem');
  result.index += /^[, ]*/.exec(result.text)?.[0].length ?? 0;
  result.text = result.text.replace(/^[, ]+/, '').replace(isHour ? / \d+$/ : /(?: a|[, ]+)$/, '');
  const after = context.text.slice(result.index + result.text.length);
  if (start.tags().has(RELATIVE) && /^ time[ ,;]/.test(after)) result.text += ' time';
}

/** "March" may be whom one called: a month alone needs the words before it that ours ask for. */
function isNoise({ text }: ParsingContext, { start, index, text: found }: ParsingResult): boolean {
  if (NOISE.test(found) || SAT.test(text.slice(index))) return true;
  if (!start.isCertain('month') || start.isCertain('day') || start.tags().has(RELATIVE))
    return false;
  return !start.isCertain('year') || NO_YEAR.test(found);
}

function settle(context: ParsingContext, result: ParsingResult): void {
  const { start, text } = result;
  if ((start.tags().has(RELATIVE) && SPAN.test(text)) || !start.isValidDate()) {
    result.start = unclear(context);
  } else if (start.isOnlyWeekdayComponent() && WHICH.test(text)) {
    // Which one "next Tue" is chrono says; "Tue" alone is past or coming as the sentence is.
    for (const part of ['year', 'month', 'day'] as const) start.assign(part, start.get(part) ?? 0);
  } else if (start.isCertain('hour') && !start.isCertain('meridiem') && !/\b0\d/.test(text)) {
    start.assign('hour', afternoon(start.get('hour') ?? 0));
  }
}

/** "At 3" is three in the afternoon. */
function afternoon(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

/** "End of day tomorrow" is tomorrow: chrono would keep the part of a day that comes first. */
function joinParts({ text }: ParsingContext, results: ParsingResult[]): ParsingResult[] {
  const joined: ParsingResult[] = [];
  for (const result of results) {
    const part = joined.at(-1);
    const isPart = part?.start.getCertainComponents().length === 0 && !part.tags().has(UNCLEAR);
    const between = part ? text.slice(part.index + part.text.length, result.index) : '';
    if (part && isPart && !result.start.isOnlyTime() && /^ (?:on )?$/.test(between)) {
      joined.pop();
      result.text = text.slice(part.index, result.index + result.text.length);
      result.index = part.index;
    }
    joined.push(result);
  }
  return joined;
}

/** "May 2026-12-03": chrono takes the year from the date that follows. */
function joinOverlapping(context: ParsingContext, results: ParsingResult[]): ParsingResult[] {
  const joined: ParsingResult[] = [];
  for (const result of results) {
    const before = joined.at(-1);
    const end = before ? before.index + before.text.length : 0;
    const endOfWord = end + (/^[^ ,;]*/.exec(context.text.slice(end))?.[0].length ?? 0);
    if (before && result.index < endOfWord) {
      before.text = context.text.slice(before.index, result.index + result.text.length);
      before.start = unclear(context);
    } else joined.push(result);
  }
  return joined;
}
