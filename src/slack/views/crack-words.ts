import type { Crack, Cracked } from '../../domain/cracks.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { type Line, typed } from './compose.ts';

type OfKind<K extends Crack['kind']> = Extract<Crack, { kind: K }>;

/** Whoever reads, and on which day. */
type Reader = { words: Words; today: LocalDate };

/** All of a rep's: "3 promises missed, oldest Tue 10 Nov; 2 untouched 20 days". Rows come worst first. */
export function sayCracks(rows: readonly Cracked[], { words, today }: Reader): string {
  const of = <K extends Crack['kind']>(kind: K) =>
    rows.flatMap(({ crack }) => (isOf(crack, kind) ? [crack] : []));
  const missed = of('promise_missed');
  const oldest = missed[0] ? words.dates.day(missed[0].since, today) : null;
  return words.cracks.counts({
    missed: oldest === null ? null : { count: missed.length, oldest },
    slipping: longestOf(of('slipping').map(({ workingDays }) => workingDays)),
    snoozed: longestOf(of('snoozed').map(({ times }) => times)),
    untouched: longestOf(of('untouched').map(({ days }) => days)),
  });
}

/** The line its owner wrote, in quotes; nothing when there is none. */
export function noteLines({ note }: Pick<Cracked, 'note'>, { labels }: Words): Line[] {
  return note === null ? [] : [labels.quoted(typed(note, 140))];
}

function isOf<K extends Crack['kind']>(crack: Crack, kind: K): crack is OfKind<K> {
  return crack.kind === kind;
}

function longestOf(lengths: readonly number[]) {
  const [longest] = lengths;
  if (longest === undefined) return null;
  return { count: lengths.length, longest, all: lengths.every((length) => length === longest) };
}
