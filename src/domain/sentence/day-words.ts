import { MONTHS, placeOf, WEEKDAYS } from './vocabulary.ts';

/** A day as it was said; which day that is depends on whether it is told or planned. */
export type DayWords =
  | { kind: 'days'; count: number }
  | { kind: 'working_days'; count: number }
  | { kind: 'months'; count: number }
  | { kind: 'weekday'; weekday: number; which: 'this' | 'next' | 'last' | null }
  | {
      kind: 'week' | 'month' | 'year' | 'end_of_week' | 'end_of_month' | 'end_of_year';
      count: number;
    }
  | { kind: 'date'; year: number | null; month: number; day: number; weekday: number | null }
  | { kind: 'month_day'; day: number; weekday: number | null }
  | { kind: 'in_month'; month: number }
  | { kind: 'unclear' };

/** So many words that name a day. */
export type FoundDay = { length: number; day: DayWords; tense?: 'past' | 'future' };
/** The word so many places on. */
export type Keys = (offset: number) => string;

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const LEADS =
  /^(on|at|by|in|until|till|til|before|b4|around|for|from|this|the|@|about|again|come|back|try)$/;

export function dayAt(key: Keys, before: string): FoundDay | null {
  return (
    phraseAt(key) ??
    countedAt(key) ??
    weekdayAt(key) ??
    periodAt(key) ??
    dateAt(key) ??
    monthAt(key, before)
  );
}

const PHRASES: [RegExp, DayWords, 'past' | 'future' | undefined][] = [
  [
    /^the day after (tomorrow|tmrw)|^day after (tomorrow|tmrw)|^overmorrow/,
    { kind: 'days', count: 2 },
    'future',
  ],
  [/^the day before yesterday|^day before yesterday/, { kind: 'days', count: -2 }, 'past'],
  [
    /^(tomorrow|tmrw|tmr|tmw|tmrow|tomoz|tomorow|tommorow|tommorrow|2moro|2morrow)( (morning|afternoon|evening))?/,
    { kind: 'days', count: 1 },
    'future',
  ],
  [/^(yesterday|last night)( (morning|afternoon|evening))?/, { kind: 'days', count: -1 }, 'past'],
  [/^(eod|cob|(the )?end of (the )?day)/, { kind: 'days', count: 0 }, 'future'],
  [
    /^((later )?today|tonight|(this )(morning|afternoon|evening)|just now)/,
    { kind: 'days', count: 0 },
    undefined,
  ],
  [/^(eow|(the )?end of (the |this )?(week|wk))/, { kind: 'end_of_week', count: 0 }, 'future'],
  [/^(the )?end of next (week|wk)/, { kind: 'end_of_week', count: 1 }, 'future'],
  [/^(eom|(the )?end of (the |this )?month)/, { kind: 'end_of_month', count: 0 }, 'future'],
  [/^(the )?end of next month/, { kind: 'end_of_month', count: 1 }, 'future'],
  [/^(eoy|(the )?end of (the |this )?year)/, { kind: 'end_of_year', count: 0 }, 'future'],
  [
    /^(in |after )?(a |the )?(few|couple|some|several) (of )?(\w+ )?(days|weeks|wks|months)( time)?/,
    { kind: 'unclear' },
    'future',
  ],
  [
    /^((later|sometime|some time|early|late|mid) )(this|next) (week|wk|month|year)|^this (week|wk|month|year)/,
    { kind: 'unclear' },
    undefined,
  ],
  [
    /^after (christmas|xmas|easter|new year|the (holidays|holiday|summer|weekend|break))/,
    { kind: 'unclear' },
    'future',
  ],
  [/^over (christmas|xmas|the holidays)|^(in the )?new year/, { kind: 'unclear' }, 'future'],
];

function phraseAt(key: Keys): FoundDay | null {
  const words = [0, 1, 2, 3, 4, 5].map(key).join(' ').trimEnd();
  for (const [pattern, day, tense] of PHRASES) {
    const found = new RegExp(`(?:${pattern.source})(?= |$)`).exec(words)?.[0];
    if (found) return { length: found.split(' ').length, day, ...(tense ? { tense } : {}) };
  }
  return null;
}

/** "in 3 business days", "2 weeks ago", "in a month", "in 3d". */
function countedAt(key: Keys): FoundDay | null {
  const inside = key(0) === 'in' || key(0) === 'within' ? 1 : 0;
  const count = numberOf(key(inside));
  if (count === null) return null;
  const working = /^(business|working|work)$/.test(key(inside + 1)) ? 1 : 0;
  const unit = /^(d|day|w|wk|week|fortnight|month|mth)s?$/.exec(key(inside + 1 + working))?.[1];
  const length = inside + 2 + working;
  const ago = key(length) === 'ago';
  if (!unit || (inside === 0 && !ago)) return null;
  const signed = ago ? -count : count;
  const tense = ago ? 'past' : 'future';
  const more = ago || key(length) === 'time' ? 1 : 0;
  return { length: length + more, day: countedDay(signed, unit, working === 1), tense };
}

function countedDay(count: number, unit: string, working: boolean): DayWords {
  if (working) return count < 0 ? { kind: 'unclear' } : { kind: 'working_days', count };
  if (unit.startsWith('m')) return { kind: 'months', count };
  return {
    kind: 'days',
    count: count * (unit === 'fortnight' ? 14 : unit.startsWith('w') ? 7 : 1),
  };
}

function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const place = NUMBERS.indexOf(word);
  return place < 0 ? null : place;
}

/** "thu", "next thu", "last friday", and a date behind it: "thu 19 nov", "thu the 19th". */
function weekdayAt(key: Keys): FoundDay | null {
  const which = /^(this|next|nxt|last|coming)$/.exec(key(0))?.[0] ?? null;
  const skip = which === null ? 0 : 1;
  const weekday = placeOf(key(skip), WEEKDAYS);
  if (weekday === null) return null;
  const comma = key(skip + 1) === ',' ? 1 : 0;
  const rest: Keys = (offset) => key(skip + 1 + comma + offset);
  const dated = dateAt(rest) ?? (comma === 0 ? monthDayAfter(key, skip + 1, weekday) : null);
  if (dated && (dated.day.kind === 'date' || dated.day.kind === 'month_day')) {
    return { length: skip + 1 + comma + dated.length, day: { ...dated.day, weekday } };
  }
  const word = which === 'nxt' ? 'next' : which === 'coming' ? 'this' : which;
  const day = { kind: 'weekday', weekday, which: word as 'this' | 'next' | 'last' | null } as const;
  const tense = word === 'last' ? 'past' : word === null ? undefined : 'future';
  return { length: skip + 1, day, ...(tense ? { tense } : {}) };
}

/** "thu 19": a day of the month when it is too late for an hour. */
function monthDayAfter(key: Keys, at: number, weekday: number): FoundDay | null {
  const number = /^\d{1,2}$/.test(key(at)) ? Number(key(at)) : 0;
  if (number < 13 || number > 31) return null;
  return { length: 1, day: { kind: 'month_day', day: number, weekday } };
}

function periodAt(key: Keys): FoundDay | null {
  const which = key(0);
  const unit = /^(week|wk|month|year)$/.exec(key(1))?.[0];
  if (!unit || !/^(next|nxt|last)$/.test(which)) return null;
  if (which === 'last') return { length: 2, day: { kind: 'unclear' }, tense: 'past' };
  const kind = unit === 'wk' ? 'week' : (unit as 'week' | 'month' | 'year');
  return { length: 2, day: { kind, count: 1 }, tense: 'future' };
}

/** "3 december", "march 20th 2027", "2026-12-03", "13/12", "3.12.", "the 5th". */
function dateAt(key: Keys): FoundDay | null {
  const numeric = numericDate(key(0));
  if (numeric) return { length: 1, day: numeric };
  const the = key(0) === 'the' ? 1 : 0;
  const first = dayNumber(key(the));
  const of = key(the + 1) === 'of' ? 1 : 0;
  const monthAfter = placeOf(key(the + 1 + of), MONTHS);
  if (first && monthAfter !== null) return dated(key, the + 2 + of, monthAfter, first.day);
  if (first?.ordinal)
    return { length: the + 1, day: { kind: 'month_day', day: first.day, weekday: null } };
  if (/^\d{1,3}(st|nd|rd|th)?$/.test(key(0)) && placeOf(key(1), MONTHS) !== null) {
    return { length: 2, day: { kind: 'unclear' } };
  }
  const month = placeOf(key(0), MONTHS);
  const second = month === null ? null : dayNumber(key(1));
  return month !== null && second ? dated(key, 2, month, second.day) : null;
}

function dated(key: Keys, length: number, month: number, day: number): FoundDay {
  const year = /^20\d\d$/.test(key(length)) ? Number(key(length)) : null;
  return {
    length: length + (year === null ? 0 : 1),
    day: { kind: 'date', year, month: month + 1, day, weekday: null },
  };
}

function dayNumber(word: string): { day: number; ordinal: boolean } | null {
  const [, digits, ending] = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word) ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? { day, ordinal: ending !== undefined } : null;
}

function numericDate(word: string): DayWords | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (iso)
    return {
      kind: 'date',
      year: Number(iso[1]),
      month: Number(iso[2]),
      day: Number(iso[3]),
      weekday: null,
    };
  const parts = /^(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{2,4})?)?$/.exec(word);
  if (!parts || (parts[2] === '.' && !/\.\d+\./.test(word))) return null;
  const [one, two] = [Number(parts[1]), Number(parts[3])];
  const year = parts[4] ? Number(parts[4].padStart(4, '20')) : null;
  // Day first where dots are written and in most of the world, month first in the United States.
  const american = parts[2] === '/' && two > 12;
  if (parts[2] === '/' && one <= 12 && two <= 12 && one !== two) return { kind: 'unclear' };
  return {
    kind: 'date',
    year,
    month: american ? one : two,
    day: american ? two : one,
    weekday: null,
  };
}

/** A month or quarter alone, after a word that leads to a date: "in march", "try june", "in Q1". */
function monthAt(key: Keys, before: string): FoundDay | null {
  const lead = /^(in|by|until|till|early|mid|late)$/.test(key(0)) ? 1 : 0;
  if (lead === 0 && !LEADS.test(before)) return null;
  const skip = lead === 1 && /^(early|mid|late)$/.test(key(1)) ? 2 : lead;
  const quarter = /^q([1-4])$/.exec(key(skip))?.[1];
  const month = quarter ? Number(quarter) * 3 - 3 : placeOf(key(skip), MONTHS);
  if (month === null) return null;
  return { length: skip + 1, day: { kind: 'in_month', month: month + 1 } };
}
