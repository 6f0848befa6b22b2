import type { LocalDate } from '../../domain/local-date.ts';
import type { NextStep } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { localTimeOf } from '../../domain/zone.ts';
import { type Piece, typed } from './compose.ts';

const STEP_SHOWN = 150;

/** Who reads: in which language, on which day, and where. */
export type Reader = { words: Words; today: LocalDate; zone: string };

/** The step as the rest of a sentence: "call again Fri 20 Nov (2 unanswered in a row: …)". */
export function nextPieces(next: NextStep, { why, ...reader }: Reader & { why: boolean }): Piece[] {
  const own = next.step === null ? null : typed(next.step, STEP_SHOWN);
  return reader.words.steps.next(next, { own, when: sayWhen(next, reader), why });
}

/** "Fri 20 Nov" or "Fri 20 Nov, 10:00". */
export function sayWhen(next: Pick<NextStep, 'on' | 'at'>, { words, today, zone }: Reader): string {
  const day = words.dates.day(next.on, today);
  return next.at === null ? day : `${day}, ${localTimeOf(next.at, zone)}`;
}
