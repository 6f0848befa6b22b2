import type { LocalTime } from '../zone.ts';
import { type DayWords, dayAt, type FoundDay, type Keys } from './day-words.ts';
import { type FoundTime, timeAfter, timeAt } from './time-words.ts';
import type { Token } from './tokens.ts';

/** Words of a sentence that say when: a day, a time, or both. */
export type When = {
  from: number;
  to: number;
  day: DayWords | null;
  time: LocalTime | 'unclear' | null;
  /** Said so that it can only be behind us, or only ahead. */
  tense: 'past' | 'future' | null;
};

/**
 * The words at a place that say when; null when there are none. Understood are what people write in a
 * hurry ("tmrw", "thu 10", "eow", "in 3 business days"); what has two readings is `unclear`.
 * @example whenAt(tokensOf('thu 10am'), 0)?.time //=> '10:00'
 */
export function whenAt(tokens: readonly Token[], from: number): When | null {
  const vague = vagueAt(tokens, from);
  const exact = exactAt(tokens, from + vague);
  // "After lunch tomorrow at 2": the hour says it all; without one, "after lunch" is the step's.
  return exact && (vague === 0 || exact.time !== null) ? { ...exact, from } : null;
}

function vagueAt(tokens: readonly Token[], from: number): number {
  const [one = '', two = ''] = tokens.slice(from, from + 2).map(({ key }) => key);
  return /^(after|before) lunch$|^first thing$/.test(`${one} ${two}`) ? 2 : 0;
}

function exactAt(tokens: readonly Token[], from: number): When | null {
  const key: Keys = (offset) => tokens[from + offset]?.key ?? '';
  const day = dayAt(key, tokens[from - 1]?.key ?? '');
  if (day) {
    const time = timeAfter(key, day);
    const { length, ...said } = withTime(day, time);
    return { from, to: from + length, tense: null, ...said };
  }
  const time = timeAt(key, 0);
  if (!time) return null;
  const gap = /^(on|,)$/.test(key(time.length)) ? 1 : 0;
  const later: Keys = (offset) => key(time.length + gap + offset);
  const dayNext = dayAt(later, key(time.length + gap - 1));
  if (!dayNext) return { from, to: from + time.length, day: null, time: time.at, tense: null };
  const { length, ...said } = dayNext;
  return { from, to: from + time.length + gap + length, tense: null, ...said, time: time.at };
}

function withTime({ length, ...day }: FoundDay, time: FoundTime | null) {
  return { ...day, length: length + (time?.length ?? 0), time: time?.at ?? null };
}
