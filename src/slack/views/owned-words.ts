import type { GoneOwner } from '../../domain/gone-owner.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Owned } from '../../domain/owned.ts';
import { type Line, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import { plural } from './words.ts';

/** "12 open prospects, 2 promised, 1 overdue". */
export function sayOwned({ open, promised, overdue, revisits }: Owned): string {
  const parts = [
    plural(open, 'open prospect'),
    ...(promised > 0 ? [`${promised} promised`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(revisits > 0 ? [`${revisits} to look at again`] : []),
  ];
  return parts.join(', ');
}

/** "Tom Okafor left Fri 13 Nov: 12 open prospects, 2 promised, 1 overdue." */
export function goneLine(gone: GoneOwner, today: LocalDate): Line {
  return [typed(gone.name, 60), ` left ${sayDay(gone.leftOn, today)}: ${sayOwned(gone.owned)}.`];
}
