import { addDays, type LocalDate, laterOf } from '../local-date.ts';
import { type DayLoads, placeInLine } from '../pace.ts';
import type { Action } from '../prospect.ts';
import type { Rep } from '../rep.ts';
import type { Channel } from '../touch.ts';
import { type WorkCalendar, workingDayFrom } from '../working-days.ts';
import { localDateOf, localTimeOf } from '../zone.ts';
import type { IdentifiedRow } from './plan-import.ts';
import type { OwnerLine } from './report.ts';

/** A new row with its day; `linePosition` is null when the file gave the day. */
export type PlacedRow = {
  row: IdentifiedRow;
  on: LocalDate;
  linePosition: number | null;
  action: Action;
  channel: Channel | null;
};

export type PlaceInput = {
  rows: readonly IdentifiedRow[];
  owner: Rep;
  now: Date;
  calendar: WorkCalendar;
  /** Open next steps by day; those before today wait for the first day. */
  loads: DayLoads;
  firstPosition: number;
};

const FOUR_WEEKS_DAYS = 28;

/**
 * Gives one owner's new rows their days: the file's own, past or not, else a place in line at the
 * owner's pace, in the file's order, from the next digest on.
 * @example
 * // Fri 20 Nov 2026 at 07:00, two rows without a date, pace 1.
 * placeRows({ … }).placed.map((placed) => placed.on) //=> ['2026-11-20', '2026-11-23']
 */
export function placeRows(input: PlaceInput): { placed: PlacedRow[]; line: OwnerLine | null } {
  const { rows, owner, calendar } = input;
  const from = workingDayFrom(nextDigestOn(input.now, owner), calendar);
  const loads = loadsFrom(from, input);
  const undated = rows.filter((row) => row.nextOn === null);
  const days = placeInLine({ count: undated.length, from, loads, pace: owner.pace, calendar });

  let waiting = 0;
  const placed = rows.map((row): PlacedRow => {
    const step = { row, action: firstAction(row), channel: firstChannel(row) };
    if (row.nextOn !== null) return { ...step, on: row.nextOn, linePosition: null };
    const place = { on: days[waiting] ?? from, linePosition: input.firstPosition + waiting };
    waiting++;
    return { ...step, ...place };
  });
  return { placed, line: ownerLine(owner, from, days) };
}

function nextDigestOn(now: Date, owner: Rep): LocalDate {
  const today = localDateOf(now, owner.zone);
  return localTimeOf(now, owner.zone) < owner.digestTime ? today : addDays(today, 1);
}

function loadsFrom(from: LocalDate, { rows, loads }: PlaceInput): DayLoads {
  const all = new Map<LocalDate, number>();
  const add = (on: LocalDate, count: number) => {
    const day = laterOf(on, from);
    all.set(day, (all.get(day) ?? 0) + count);
  };
  for (const [on, count] of loads) add(on, count);
  for (const row of rows) if (row.nextOn !== null) add(row.nextOn, 1);
  return all;
}

function ownerLine(owner: Rep, from: LocalDate, days: readonly LocalDate[]): OwnerLine | null {
  const lastOn = days.at(-1);
  if (lastOn === undefined) return null;
  const end = addDays(from, FOUR_WEEKS_DAYS);
  return {
    repId: owner.id,
    name: owner.name,
    pace: owner.pace,
    inLine: days.length,
    startedInFourWeeks: days.filter((day) => day < end).length,
    lastOn,
  };
}

function firstAction(row: IdentifiedRow): Action {
  return row.lastContactOn !== null || row.contacts > 0 ? 'try_again' : 'first_contact';
}

function firstChannel(row: IdentifiedRow): Channel | null {
  if (row.phone !== null && /\d/.test(row.phone)) return 'call';
  return row.emailKey === null ? null : 'email';
}
