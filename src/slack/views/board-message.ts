import type { Ranked } from '../../domain/leaderboard.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { context, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { boardLine } from './team-post.ts';
import { plural } from './words.ts';

export type BoardModel = {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  rows: Ranked[];
  followUps: number;
  ownRepId: string;
  /** Only one's own place. */
  mineOnly: boolean;
};

const ROWS_SHOWN = 25;

/** The leaderboard, to the one who asked: everybody's follow-ups and, privately, their own place. */
export function buildBoardMessage(model: BoardModel): Message {
  const title = `${plural(model.followUps, 'follow-up')}, ${sayDay(model.from, model.today)} to ${sayDay(model.to, model.today)}`;
  const visible = model.mineOnly ? [] : model.rows.filter((row) => !row.hidden);
  const hidden = visible.length - ROWS_SHOWN;
  return {
    text: composeFallback([title]),
    blocks: [
      section(
        [bold(title)],
        ...visible.slice(0, ROWS_SHOWN).map(boardLine),
        ...(hidden > 0 ? [[`And ${hidden} more.`]] : []),
      ),
      context([ownPlace(model)]),
    ],
  };
}

function ownPlace({ rows, ownRepId }: BoardModel): string {
  const own = rows.find((row) => row.repId === ownRepId);
  if (!own) return 'You: no follow-ups yet in these days.';
  const unseen = own.hidden ? ' Others do not see you.' : '';
  return `You: ${plural(own.followUps, 'follow-up')}, place ${own.rank} of ${rows.length}.${unseen}`;
}
