import type { LocalDate } from '../local-date.ts';
import type { LocalTime } from '../zone.ts';
import type { When } from './find-whens.ts';
import type { Outline } from './outline.ts';
import type { SentenceWorld } from './reading.ts';
import { resolveDay } from './resolve-day.ts';

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

/** Something done stands just before: "spoke to Tom on", "sent Tom the quote on". */
const DEED =
  / (?:(?:\S+ed|met|spoke|sent|saw|vm|lvm|message|msg)(?: (?:to|with|w|w\/|for))?(?: @)?(?: on)?|(?:emailed|mailed|sent|texted|gave) (?:\S+ ){1,4}on) $/;
/** Why something waits, beside a plan that has its own day: "away until 1 Dec, call 2 Dec". */
const ASIDE = / (?:until|till|back)(?: on)? $/;

type Role = 'told' | 'planned' | 'either' | 'aside';

function roleOf(
  { line, placeOf, whens }: Outline,
  when: When,
  { next, outcomeEnd }: { next: number | null; outcomeEnd: number },
): Role {
  const place = placeOf(when.from);
  if (next !== null && place >= next) return 'planned';
  const before = line.slice(0, place);
  const hasOwnDay = next !== null && whens.some(({ from, day }) => day && placeOf(from) >= next);
  if (hasOwnDay && ASIDE.test(before)) return 'aside';
  if (when.tense === 'past') return 'told';
  if (when.tense === 'future') return next === null && DEED.test(before) ? 'either' : 'planned';
  if (/[.,] (?:(?:on|at|by|in|for|until|till|again) )*$/.test(before)) {
    return next === null && place >= outcomeEnd ? 'planned' : 'told';
  }
  if (when.day === null || place < outcomeEnd) return 'told';
  if (when.day.kind === 'fixed') return 'told';
  // After a deed, "met Tom on Friday"; after an answer, "no answer Friday", it may be either.
  if (DEED.test(before) && !/(?:answer|reply|luck|response) $/.test(before)) return 'told';
  // "Budget resets in April, call then."
  return next !== null && !hasOwnDay && / then $/.test(line) ? 'planned' : 'either';
}

function toldDay(whens: readonly When[], world: SentenceWorld): LocalDate | null {
  const days = whens.flatMap(({ day }) =>
    day === null ? [] : [resolveDay(day, 'told', world.today)],
  );
  const [first = world.today] = days;
  return days.every((day) => day === first) ? first : null;
}

function plannedMoment(
  whens: readonly When[],
  world: SentenceWorld,
): { on: LocalDate | null; at: LocalTime | null } | null {
  const days = whens.flatMap(({ day }) =>
    day === null ? [] : [resolveDay(day, 'planned', world.today)],
  );
  const times = whens.flatMap(({ time }) => (time === null ? [] : [time]));
  const [on, ...otherDays] = days;
  const [at, ...otherTimes] = times;
  if (on === null || otherDays.some((day) => day !== on)) return null;
  if (otherTimes.some((time) => time !== at)) return null;
  // Only a part of a day, "this afternoon", is today's.
  if (at === undefined) return { on: on ?? (whens.length > 0 ? world.today : null), at: null };
  const day = on ?? world.today;
  return day === world.today && at <= world.time ? null : { on: day, at };
}
