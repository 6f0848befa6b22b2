import type { Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { section, sectionWith } from './blocks.ts';
import { reopenButton } from './card-actions.ts';
import { bold, composeFallback, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';

/** Which of several to re-open. */
export function buildReopenChoice(
  { query, rows }: { query: string; rows: Prospect[] },
  words: Words,
): Message {
  const title = words.endings.which(typed(query, 60));
  return {
    text: composeFallback(title),
    blocks: [section([bold(...title)]), ...rows.map((prospect) => rowOf(prospect, words))],
  };
}

function rowOf(prospect: Prospect, words: Words) {
  const { labels } = words;
  const status = labels.statuses[prospect.standing.status];
  const reason = labels.closedReason(prospect.closedReason);
  return sectionWith(reopenButton(prospect, words), [
    bold(...labelPieces(prospect)),
    `. ${status}${reason}.`,
  ]);
}
