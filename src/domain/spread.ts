import { addDays, type LocalDate, mondayOf } from './local-date.ts';
import { type DayLoads, placeInLine } from './pace.ts';
import type { NextStep, Rule, Standing } from './prospect.ts';
import type { WorkCalendar } from './working-days.ts';

/** How much work one digest held: rows of the day, without those pulled in from the line. */
export type DigestLoad = { on: LocalDate; rows: number };

/** For so long a spread can be taken back. */
export const SPREAD_UNDO_HOURS = 24;

/**
 * Whether the last of these digests offers to spread the day, given the rep's earlier ones in order.
 * Over pace for days: more rows than the pace, and either the digest before held more too, or what a
 * full day leaves is still more than a day's pace. Offered on the first such day from Monday to Sunday.
 * @example
 * // 32 due at a pace of 15: 17 are left after a full Tuesday.
 * offersSpread([{ on: '2026-11-17', rows: 32 }], 15) //=> true
 */
export function offersSpread(digests: readonly DigestLoad[], pace: number): boolean {
  const last = digests.at(-1);
  if (!last) return false;
  const monday = mondayOf(last.on);
  const over = digests.filter(
    ({ on, rows }, at) =>
      on >= monday && rows > pace && (rows > 2 * pace || (digests[at - 1]?.rows ?? 0) > pace),
  );
  return over[0] === last;
}

/** Dates that somebody agreed to or chose, and conversations: nothing automatic moves them. */
const STAYING: readonly Rule['kind'][] = [
  'not_now',
  'agreed',
  'picked',
  'conversation',
  'missed_appointment',
];

/**
 * Whether a spread may move a next step to another day.
 * @example maySpread({ promised: true, rule: { kind: 'agreed' }, … }) //=> false
 */
export function maySpread({ promised, rule }: Pick<NextStep, 'promised' | 'rule'>): boolean {
  return !promised && !STAYING.includes(rule.kind);
}

export type SpreadPlan = {
  due: number;
  pace: number;
  moves: { prospectId: string; on: LocalDate }[];
  /** Today and the days that take something, in order: what stands there afterwards, and what of it was moved. */
  days: { on: LocalDate; rows: number; moved: number }[];
};

/**
 * Spreads what is due over the next working days with room. Promises, conversations and picked dates
 * stay; of the others, in the digest's order, as many stay today as its pace has room for. Null when
 * nothing is to be moved.
 * @example
 * // 32 due on Tue 17 Nov 2026, none of them promised, and empty days ahead.
 * planSpread({ due, today: '2026-11-17', loads: new Map(), pace: 15, calendar })?.days
 * //=> [{ on: '2026-11-17', rows: 15, moved: 0 }, { on: '2026-11-18', rows: 15, moved: 15 },
 * //    { on: '2026-11-19', rows: 2, moved: 2 }]
 */
export function planSpread(input: {
  due: readonly { id: string; standing: Standing }[];
  today: LocalDate;
  loads: DayLoads;
  pace: number;
  calendar: WorkCalendar;
}): SpreadPlan | null {
  const { due, today, loads, pace, calendar } = input;
  const movable = due.filter(({ standing }) => standing.next && maySpread(standing.next));
  const room = Math.max(0, pace - (due.length - movable.length));
  const moving = movable.slice(room);
  if (moving.length === 0) return null;
  const from = addDays(today, 1);
  const placed = placeInLine({ count: moving.length, from, loads, pace, calendar });
  const moves = moving.map(({ id }, at) => ({ prospectId: id, on: placed[at] ?? from }));
  const days = [...new Set(placed)].map((on) => {
    const moved = placed.filter((day) => day === on).length;
    return { on, rows: (loads.get(on) ?? 0) + moved, moved };
  });
  const left = { on: today, rows: due.length - moving.length, moved: 0 };
  return { due: due.length, pace, moves, days: [left, ...days] };
}
