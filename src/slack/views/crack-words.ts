import type { Crack, Cracked } from '../../domain/cracks.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { type Line, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import { plural } from './words.ts';

type OfKind<K extends Crack['kind']> = Extract<Crack, { kind: K }>;

/** One prospect's: "Promised Tue 10 Nov, missed." */
export function sayCrack(crack: Crack, today: LocalDate): string {
  switch (crack.kind) {
    case 'promise_missed':
      return `Promised ${sayDay(crack.since, today)}, missed`;
    case 'slipping':
      return `Slipping for ${plural(crack.workingDays, 'working day')}`;
    case 'snoozed':
      return `Snoozed ${crack.times} times`;
    case 'untouched':
      return `No touch for ${plural(crack.days, 'day')}`;
    case 'owner_gone':
      return 'Its owner has left';
    default:
      return crack satisfies never;
  }
}

/** All of a rep's: "3 promises missed, oldest Tue 10 Nov; 2 untouched 20 days". Rows come worst first. */
export function sayCracks(rows: readonly Cracked[], today: LocalDate): string {
  const of = <K extends Crack['kind']>(kind: K) =>
    rows.flatMap(({ crack }) => (isOf(crack, kind) ? [crack] : []));
  const missed = of('promise_missed');
  const slipping = of('slipping').map(({ workingDays }) => workingDays);
  const snoozed = of('snoozed').map(({ times }) => times);
  const untouched = of('untouched').map(({ days }) => days);
  return [
    ...(missed[0] ? [sayMissed(missed.length, sayDay(missed[0].since, today))] : []),
    ...sayLongest(slipping, 'slipping', (days) => plural(days, 'working day')),
    ...sayLongest(snoozed, 'snoozed', (times) => `${times} times`),
    ...sayLongest(untouched, 'untouched', (days) => plural(days, 'day')),
  ].join('; ');
}

/** The line its owner wrote, in quotes; nothing when there is none. */
export function noteLines({ note }: Pick<Cracked, 'note'>): Line[] {
  return note === null ? [] : [['“', typed(note, 140), '”']];
}

function isOf<K extends Crack['kind']>(crack: Crack, kind: K): crack is OfKind<K> {
  return crack.kind === kind;
}

function sayMissed(count: number, oldest: string): string {
  if (count === 1) return `1 promise missed, ${oldest}`;
  return `${count} promises missed, oldest ${oldest}`;
}

function sayLongest(
  lengths: readonly number[],
  what: string,
  say: (length: number) => string,
): string[] {
  const [longest] = lengths;
  if (longest === undefined) return [];
  const most = lengths.every((length) => length === longest) ? '' : 'up to ';
  return [`${lengths.length} ${what} ${most}${say(longest)}`];
}
