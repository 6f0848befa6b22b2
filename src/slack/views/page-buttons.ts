import type { Button, KnownBlock } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
import { button } from './blocks.ts';

/** The rows of a list that a screen shows: the first, from 0, how many, of how many in all. */
export type Shown = { from: number; count: number; total: number };

/** "16 to 30 of 500"; nothing when all are shown. */
export function sayShown({ from, count, total }: Shown, { card }: Words): string | null {
  if (count === 0 || count === total) return null;
  return card.list.pages.shown({ first: from + 1, last: from + count, total });
}

export type PageTurns = {
  size: number;
  ids: { previous: string; next: string };
  writePage: (from: number) => string;
  words: Words;
};

/** "Previous 15" and "Next 15" below a page, as far as there are any. */
export function pageButtons({ from, count, total }: Shown, turns: PageTurns): KnownBlock[] {
  const { size, ids } = turns;
  const { pages } = turns.words.card.list;
  const page = (id: string, begins: number, labelFor: (rows: number) => string): Button => {
    const rows = Math.min(size, total - begins);
    const label = labelFor(rows);
    const says = pages.say(label, { first: begins + 1, last: begins + rows, total });
    return button(id, label, { value: turns.writePage(begins), says });
  };
  const next = from + count;
  const elements = [
    ...(from > 0 ? [page(ids.previous, Math.max(0, from - size), pages.previous)] : []),
    ...(next < total ? [page(ids.next, next, pages.next)] : []),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
