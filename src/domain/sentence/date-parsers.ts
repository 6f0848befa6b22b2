import type { Parser, ParsingComponents } from 'chrono-node';
import { addDays, type LocalDate, mondayOf, weekdayOf } from '../local-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type WorkCalendar,
  workingDayBefore,
} from '../working-days.ts';
import { monthsOn } from './resolve-day.ts';
import { MONTHS, placeOf, WEEKDAYS } from './vocabulary.ts';

/** On what chrono's own parsers find in the same words, ours decide. */
export const OURS = 'followup/ours';
/** Words that name a day or time, but none in particular, or none that exists. */
export const UNCLEAR = 'followup/unclear';
/** This morning when told, tomorrow's when planned. */
export const MORNING = 'followup/morning';

type Place = { today: LocalDate; calendar: WorkCalendar };
type Read = (match: RegExpMatchArray, components: ParsingComponents) => ParsingComponents;

const MONTH = `(${MONTHS.flat().join('|')})`;
const WEEKDAY = `(${WEEKDAYS.flat().join('|')})`;
const UNIT = '(?:day|week|month|year|hour|minute|min)s?';
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOURS = NUMBERS.slice(1).join('|');
/** What a month alone, or a date, follows: "called March" is no date. */
const LEAD =
  '(?<= (?:on|at|by|in|until|till|before|around|for|from|this|the|about|again|come|back|try) )';

const UNCLEAR_WORDS = [
  '(?:in |after )?(?:a |the )?(?:few|couple|some|several) (?:of )?(?:\\S+ )?(?:days|weeks|months)(?: time)?',
  '(?:(?:later|sometime|some time|early|late|mid) )?(?:in the|this) (?:week|month|year)',
  '(?:later|sometime|some time|early|late|mid) next (?:week|month|year)',
  `(?:in )?(?:early|mid|late)(?: in)? ${MONTH}`,
  'last (?:week|month|year)',
  '(?:(?:at|on|over|after) )?(?:a |the |this |next |last )?week(?:end|day)',
  'after (?:christmas|xmas|easter|new year|the (?:holidays|holiday|summer|break))',
  'over (?:christmas|xmas|the holidays)|(?:the )?new year',
  'after the \\d{1,2}(?:st|nd|rd|th)',
  `(?:00?|3[2-9]|[4-9]\\d|\\d{3})(?:st|nd|rd|th)? ${MONTH}`,
  '(?:in|within) \\d{4,} (?:business|working|work) days?',
  '(?:at )?(?:2[4-9]|[3-9]\\d):\\d\\d|(?:at )?\\d{1,2}:[6-9]\\d',
];

/**
 * What reps write and chrono does not know, or reads otherwise than a rep means it: "next Tue" is the
 * one of the next calendar week, working days are the rep's own, 5/12 has two readings.
 * @example new Chrono({ parsers: dateParsers(place), refiners: [] }).parse(' try on the 5th ')
 */
export function dateParsers({ today, calendar }: Place): Parser[] {
  return [
    parser(UNCLEAR_WORDS.join('|'), (_, day) => day.addTag(UNCLEAR)),
    ...countedParsers({ today, calendar }),
    ...periodParsers({ today, calendar }),
    ...datedParsers(),
    ...timeParsers(today),
  ];
}

function countedParsers({ today, calendar }: Place): Parser[] {
  return [
    parser('(?:the )?day (after tomorrow|before yesterday)', ([, which], day) =>
      fix(day, addDays(today, which === 'after tomorrow' ? 2 : -2)),
    ),
    parser(
      `(?:in|within) (\\d{1,3}|a|${NUMBERS.join('|')}) (?:business|working|work) days?(?: time)?`,
      ([, said = ''], day) => {
        const count = Number(said) || Math.max(1, NUMBERS.indexOf(said));
        return fix(day, addWorkingDays(today, count, calendar));
      },
    ),
    parser(`within (\\d{1,3})(?! (?:${UNIT}|business|working|work))`, ([, count], day) =>
      fix(day, addDays(today, Number(count))),
    ),
    // The week after the coming one: "Thursday week", "a week on Friday".
    parser(`${WEEKDAY} week|a week on ${WEEKDAY}`, ([, one, other], day) => {
      const ahead = (placeOf(one ?? other ?? '', WEEKDAYS) ?? 0) - weekdayOf(today);
      return fix(day, addDays(today, 14 - ((7 - ahead) % 7)));
    }),
    parser('(?:in )?a fortnights?(?: time)?', (_, day) => fix(day, addDays(today, 14))),
  ];
}

function periodParsers({ today, calendar }: Place): Parser[] {
  return [
    parser(`(?<!${WEEKDAY} )next (week|month|year)`, ([, , unit], day) =>
      fix(day, startOfNext(unit, today)),
    ),
    parser('(?:the )?end of (?:(the|this|next) )?(week|month|year)', ([, which, unit], day) => {
      const next = startOfNext(unit, which === 'next' ? startOfNext(unit, today) : today);
      return fix(day, lastWorkingDay(addDays(next, -1), { today, calendar }));
    }),
    parser(
      `${LEAD}(?:(?:in|by) )?${MONTH}(?! \\d\\d?(?:st|nd|rd|th)?(?! [ap]m)[ ,;])`,
      ([, name], day) => day.assign('month', (placeOf(name ?? '', MONTHS) ?? 0) + 1),
    ),
    parser(`${LEAD}q([1-4])`, ([, quarter], day) => day.assign('month', Number(quarter) * 3 - 2)),
  ];
}

function datedParsers(): Parser[] {
  return [
    // January, so that every day of a month is a day there is; only the day was said.
    parser(
      `(?<!${MONTH} )(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?${MONTH})`,
      ([, , day], date) => date.assign('day', Number(day)).imply('month', 1),
    ),
    parser('(\\d{1,2})(?:/(\\d{1,2})|\\.(\\d{1,2})(?=\\.))(?:[/.](\\d{2,4})?)?', readNumeric),
  ];
}

/** 13/12 and 12/13 have one reading each; 5/12 has two, but where dots are written the day comes first. */
function readNumeric([, first, slashed, dotted, year]: RegExpMatchArray, date: ParsingComponents) {
  const [one, two] = [Number(first), Number(slashed ?? dotted)];
  if (slashed && one <= 12 && two <= 12 && one !== two) return date.addTag(UNCLEAR);
  const [day, month] = slashed && two > 12 ? [two, one] : [one, two];
  if (year) date.assign('year', Number(year.padStart(4, '20')));
  return date.assign('day', day).assign('month', month);
}

function timeParsers(today: LocalDate): Parser[] {
  return [
    parser('later today', (_, day) => fix(day, today)),
    // Times without an hour, as chrono has "evening".
    parser(
      '(?:the )?end of (?:the )?day|(?:after|before) lunch(?= \\S+ at \\d)',
      (_, time) => time,
    ),
    parser('(?<!\\d |day |tomorrow )in the morning', (_, day) => day.addTag(MORNING)),
    parser('at (\\d\\d?)(\\d\\d)', ([, hour, minute], time) =>
      time.assign('hour', Number(hour)).assign('minute', Number(minute)),
    ),
    // "At two offices" is a place: an hour ends its clause, or says that it is one.
    parser(
      `at (${HOURS})(?:(?: oclock)? ([ap])m| oclock|(?= *(?:[,;]|$)| (?:on|today|tomorrow) ))`,
      ([, said = '', half], time) => {
        time.assign('hour', toTwentyFour(NUMBERS.indexOf(said), half)).assign('minute', 0);
        return half ? time.assign('meridiem', half === 'p' ? 1 : 0) : time;
      },
    ),
    parser('(?:at )?(half|quarter) (past|to) (\\d{1,2})(?: ?([ap])m)?', readQuarter),
  ];
}

function readQuarter([, part, side, said, half]: RegExpMatchArray, time: ParsingComponents) {
  const minutes = Number(said) * 60 + (part === 'half' ? 30 : 15) * (side === 'to' ? -1 : 1);
  const hour = Math.floor(minutes / 60) || 12;
  time.assign('minute', minutes % 60).assign('hour', toTwentyFour(hour, half));
  return half ? time.assign('meridiem', half === 'p' ? 1 : 0) : time;
}

function toTwentyFour(hour: number, half: string | undefined): number {
  if (half === 'p') return hour < 12 ? hour + 12 : hour;
  return half === 'a' && hour === 12 ? 0 : hour;
}

/** Words between spaces; the text that is read begins with one. */
function parser(words: string, read: Read): Parser {
  const pattern = new RegExp(`(?<= )(?:${words})(?=[ ,;])`);
  return {
    pattern: () => pattern,
    extract: (context, match) => read(match, context.createParsingComponents()).addTag(OURS),
  };
}

function fix(day: ParsingComponents, on: LocalDate): ParsingComponents {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number);
  return day.assign('year', year).assign('month', month).assign('day', date);
}

function startOfNext(unit: string | undefined, day: LocalDate): LocalDate {
  if (unit === 'week') return addDays(mondayOf(day), 7);
  return unit === 'month' ? monthsOn(day, 1) : `${Number(day.slice(0, 4)) + 1}-01-01`;
}

function lastWorkingDay(last: LocalDate, { today, calendar }: Place): LocalDate {
  const day = isWorkingDay(last, calendar) ? last : workingDayBefore(last, calendar);
  return day < today ? last : day;
}
