import { Chrono, configuration, type ParsedResult } from 'chrono-node/en';
import { parseISO } from 'date-fns';
import { addDays, type LocalDate, weekdayOf } from '../local-date.ts';
import type { LocalTime } from '../zone.ts';
import { dateParsers, MORNING, UNCLEAR } from './date-parsers.ts';
import { refinersAfter, refinersBefore } from './date-refiners.ts';
import { lineUp } from './line-up.ts';
import type { Mention } from './mentions.ts';
import type { SentenceWorld } from './reading.ts';
import type { SaidDay } from './resolve-day.ts';
import type { Token } from './tokens.ts';
import { spelledOut } from './vocabulary.ts';

/** Words of a sentence that say when: a day, a time, or both, or only a part of the day. */
export type When = {
  from: number;
  to: number;
  day: SaidDay | null;
  time: LocalTime | null;
  /** Said so that it can only be behind us, or only ahead. */
  tense: 'past' | 'future' | null;
};

const { parsers, refiners } = configuration.createCasualConfiguration();

/**
 * The days and times in a sentence, as chrono reads them with what reps write besides. Names are no
 * part of what is read, so that June and March stay people; the rep's own wall clock is the reference.
 * @example findWhens(tokensOf('thu 10am'), [], world)[0]?.time //=> '10:00'
 */
export function findWhens(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { today, time, calendar }: SentenceWorld,
): When[] {
  const { line, tokenAt } = lineUp(tokens, mentions, () => '@', spelledOut);
  // A comma as chrono expects one, and between sentences what it joins nothing across.
  const text = line.replaceAll(' , ', ',  ').replaceAll(' . ', ' ; ');
  const chrono = new Chrono({
    parsers: [...dateParsers({ today, calendar }), ...parsers],
    // The last one takes no "may" for a month that "in" does not lead.
    refiners: [...refinersBefore, ...refiners.slice(0, -1), ...refinersAfter],
  });
  // Read and given back as parts of the process's own wall clock: no zone is ever converted.
  return chrono.parse(text, parseISO(`${today}T${time}`)).map((result) => {
    const day = dayOf(result, today);
    return {
      from: tokenAt(result.index),
      to: tokenAt(result.index + result.text.length - 1) + 1,
      day,
      time: timeOf(result),
      tense: tenseOf(day, today),
    };
  });
}

function timeOf({ start }: ParsedResult): LocalTime | null {
  if (!start.isCertain('hour')) return null;
  return `${pad(start.get('hour'))}:${pad(start.get('minute'))}`;
}

function dayOf({ start, end }: ParsedResult, today: LocalDate): SaidDay | null {
  const on = dateOf(start);
  const isRelative = start.tags().has('result/relativeDate');
  const isElsewhere = !isRelative && start.isCertain('timezoneOffset');
  const weekday = start.isCertain('weekday') ? ((start.get('weekday') ?? 0) + 6) % 7 : undefined;
  if (start.tags().has(UNCLEAR) || isElsewhere || (end && dateOf(end) !== on)) {
    return { kind: 'unclear' };
  }
  if (start.tags().has(MORNING)) return { kind: 'fixed', on: addDays(today, 1), toldOn: today };
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    start.isCertain(part) ? (start.get(part) ?? undefined) : undefined,
  );
  if (isRelative || (year && month && day)) {
    const fits = weekday === undefined || weekday === weekdayOf(on);
    return fits ? { kind: 'fixed', on } : { kind: 'unclear' };
  }
  const isSaid = [month, day, weekday].some((part) => part !== undefined);
  return isSaid ? { kind: 'parts', year, month, day, weekday } : null;
}

function tenseOf(day: SaidDay | null, today: LocalDate): When['tense'] {
  if (day?.kind !== 'fixed' || day.toldOn || day.on === today) return null;
  return day.on < today ? 'past' : 'future';
}

function dateOf(day: ParsedResult['start']): LocalDate {
  return `${day.get('year')}-${pad(day.get('month'))}-${pad(day.get('day'))}`;
}

function pad(value: number | null): string {
  return String(value ?? 0).padStart(2, '0');
}
