/** A calendar day as `YYYY-MM-DD`. Own arithmetic, so that a wrong one in `src` cannot hide here. */
export type Day = string;

/** When somebody works: weekdays (0 for Monday), less days off. */
export type Work = { weekdays: readonly number[]; isOff: (day: Day) => boolean };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export function plus(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function works(day: Day, work: Work): boolean {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return work.weekdays.includes(weekday) && !work.isOff(day);
}

/** The day itself or the first working one after it. */
export function workingFrom(day: Day, work: Work): Day {
  let at = day;
  while (!works(at, work)) at = plus(at, 1);
  return at;
}

export function workingLater(day: Day, count: number, work: Work): Day {
  let at = day;
  for (let left = count; left > 0; left--) at = workingFrom(plus(at, 1), work);
  return at;
}

/** Working days after the first day, up to and including the last. */
export function workingWithin(after: Day, upTo: Day, work: Work): Day[] {
  const days: Day[] = [];
  for (let at = plus(after, 1); at <= upTo; at = plus(at, 1)) if (works(at, work)) days.push(at);
  return days;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock on a wall of the zone: `2026-10-27 09:00`. */
export function wallClock(instant: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...numeric, ...time });
    formats.set(zone, format);
  }
  return format.format(instant).replace(', ', ' ');
}

export function dayAt(instant: number, zone: string): Day {
  return wallClock(instant, zone).slice(0, 10);
}

export function timeAt(instant: number, zone: string): string {
  return wallClock(instant, zone).slice(11);
}

/**
 * The first instant at which the zone's wall shows this; where the clock jumps over it, as long after
 * the jump as it stands after the skipped hour began (DESIGN 5: forward by the gap).
 */
export function instantAt(day: Day, time: string, zone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  for (
    let at = asUtc - 15 * 60 * MINUTE_MS;
    at <= asUtc + 15 * 60 * MINUTE_MS;
    at += 15 * MINUTE_MS
  ) {
    if (wallClock(at, zone) === `${day} ${time}`) return at;
  }
  const dayBefore = asUtc - 2 * DAY_MS;
  const offset = Date.parse(`${wallClock(dayBefore, zone).replace(' ', 'T')}:00Z`) - dayBefore;
  return asUtc - offset;
}
