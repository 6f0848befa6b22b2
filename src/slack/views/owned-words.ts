import type { GoneOwner } from '../../domain/gone-owner.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { type Line, typed } from './compose.ts';

/** "Tom Okafor left Fri 13 Nov: 12 open prospects, 2 promised, 1 overdue." */
export function goneLine(
  { name, leftOn, owned }: GoneOwner,
  { today, words }: { today: LocalDate; words: Words },
): Line {
  const day = words.dates.day(leftOn, today);
  return words.handOver.gone.left(typed(name, 60), { day, owned });
}
