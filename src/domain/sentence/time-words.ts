import type { LocalTime } from '../zone.ts';
import type { DayWords, Keys } from './day-words.ts';

export type FoundTime = { length: number; at: LocalTime | 'unclear' };

/** A time after a day: "10am", "at 3", ", 14:30", or a bare hour as in "thu 10". */
export function timeAfter(
  key: Keys,
  { length, day }: { length: number; day: DayWords },
): FoundTime | null {
  const skip = /^(,|at|@|by|around|from|about)$/.test(key(length)) ? 1 : 0;
  const time = timeAt(
    (offset) => key(length + skip + offset),
    skip === 1 && key(length) !== ',' ? 1 : 0,
  );
  if (time) return { length: skip + time.length, at: time.at };
  const bare = /^\d{1,4}$/.test(key(length)) ? hourOf(key(length)) : null;
  return bare && day.kind !== 'unclear' ? { length: 1, at: bare } : null;
}

/** A time of day; a bare number only after "at". */
export function timeAt(key: Keys, bareFrom: 0 | 1): FoundTime | null {
  if (/^(noon|midday)$/.test(key(0))) return { length: 1, at: '12:00' };
  if (/^(at|@|around)$/.test(key(0)) && bareFrom === 0) {
    const after = timeAt((offset) => key(offset + 1), 1);
    return after ? { length: after.length + 1, at: after.at } : null;
  }
  const clock = /^(\d{1,2})[:.](\d{2})(?:\s?([ap])\.?m\.?)?$/.exec(key(0));
  const half = /^(\d{1,2})(\d{2})?\s?([ap])m$/.exec(key(0));
  const [, hour, minute, half12] = clock ?? half ?? [];
  if (hour !== undefined) {
    return { length: 1, at: timeOf(Number(hour), Number(minute ?? 0), half12 ?? null) };
  }
  const next = /^(am|pm|oclock)$/.exec(key(1))?.[0];
  if (/^\d{1,2}$/.test(key(0)) && next) {
    return {
      length: 2,
      at: timeOf(Number(key(0)), 0, next === 'oclock' ? null : (next[0] ?? null)),
    };
  }
  if (bareFrom === 1 && /^\d{1,4}$/.test(key(0))) {
    const at = hourOf(key(0));
    return at ? { length: 1, at } : null;
  }
  return null;
}

/** "at 3" is three in the afternoon, "at 930" half past nine. */
function hourOf(digits: string): LocalTime | 'unclear' | null {
  const hour = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minute = digits.length > 2 ? Number(digits.slice(-2)) : 0;
  if (hour > 23 || minute > 59) return null;
  return timeOf(hour >= 1 && hour <= 6 && digits.length < 4 ? hour + 12 : hour, minute, null);
}

function timeOf(hour: number, minute: number, half: string | null): LocalTime | 'unclear' {
  if (hour > 23 || minute > 59 || (half !== null && (hour < 1 || hour > 12))) return 'unclear';
  const full = half === null ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
