import type { LocalDate } from '../local-date.ts';
import type { LocalTime } from '../zone.ts';
import type { Outline } from './outline.ts';
import type { SentenceWorld } from './reading.ts';
import { resolveDay } from './resolve-day.ts';
import type { When } from './when-words.ts';

export type Dates = {
  touchedOn: LocalDate;
  nextOn: LocalDate | null;
  nextTime: LocalTime | null;
  /** A date is unclear, past, or contradicts another. */
  unclear: boolean;
};

/**
 * Sorts a sentence's dates into when it happened and when the next step is. What comes after the next
 * step began is planned, and so is a date in a clause of its own; "no answer Friday" may be either.
 */
export function readDates(
  outline: Outline,
  { next, outcomeEnd, world }: { next: number | null; outcomeEnd: number; world: SentenceWorld },
): Dates {
  const roles = outline.whens.map((when) => ({
    when,
    role: roleOf(outline, when, { next, outcomeEnd }),
  }));
  const told = roles.filter(({ role }) => role === 'told').map(({ when }) => when);
  const planned = roles.filter(({ role }) => role === 'planned').map(({ when }) => when);
  const touched = toldDay(told, world);
  const step = plannedMoment(planned, world);
  return {
    touchedOn: touched ?? world.today,
    nextOn: step?.on ?? null,
    nextTime: step?.at ?? null,
    unclear: touched === null || step === null || roles.some(({ role }) => role === 'either'),
  };
}

/** Something done stands just before: "spoke to Tom on". */
const DEED =
  / (?:\S+ed|met|spoke|sent|saw|vm|lvm|message|msg)(?: (?:to|with|w|w\/|for))?(?: @)?(?: on)? $/;

type Role = 'told' | 'planned' | 'either';

function roleOf(
  { line, placeOf }: Outline,
  when: When,
  { next, outcomeEnd }: { next: number | null; outcomeEnd: number },
): Role {
  const place = placeOf(when.from);
  if (next !== null && place >= next) return 'planned';
  if (when.tense === 'past') return 'told';
  const before = line.slice(0, place);
  if (when.tense === 'future') return next === null && DEED.test(before) ? 'either' : 'planned';
  if (/[.,] (?:(?:on|at|by|in|for|until|till) )?$/.test(before)) {
    return next === null && place >= outcomeEnd ? 'planned' : 'told';
  }
  if (when.day === null || place < outcomeEnd) return 'told';
  if (when.day.kind === 'days') return 'told';
  // After a deed, "met Tom on Friday"; after an answer, "no answer Friday", it may be either.
  return DEED.test(before) && !/(?:answer|reply|luck|response) $/.test(before) ? 'told' : 'either';
}

function toldDay(whens: readonly When[], world: SentenceWorld): LocalDate | null {
  const days = whens.flatMap(({ day }) => (day === null ? [] : [resolveDay(day, 'told', world)]));
  const [first = world.today] = days;
  return days.every((day) => day === first) ? first : null;
}

function plannedMoment(
  whens: readonly When[],
  world: SentenceWorld,
): { on: LocalDate | null; at: LocalTime | null } | null {
  if (whens.some(({ time }) => time === 'unclear')) return null;
  const days = whens.flatMap(({ day }) =>
    day === null ? [] : [resolveDay(day, 'planned', world)],
  );
  const times = whens.flatMap(({ time }) => (time === null || time === 'unclear' ? [] : [time]));
  const [on, ...otherDays] = days;
  const [at, ...otherTimes] = times;
  if (on === null || otherDays.some((day) => day !== on)) return null;
  if (otherTimes.some((time) => time !== at)) return null;
  if (at === undefined) return { on: on ?? null, at: null };
  const day = on ?? world.today;
  return day === world.today && at <= world.time ? null : { on: day, at };
}
