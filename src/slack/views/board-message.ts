import type { Ranked } from '../../domain/leaderboard.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { context, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import type { Message } from './digest-message.ts';
import { boardLine } from './team-post.ts';

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
export function buildBoardMessage(model: BoardModel, words: Words): Message {
  const { board } = words.team;
  const day = (on: LocalDate) => words.dates.day(on, model.today);
  const title = board.title(model.followUps, { from: day(model.from), to: day(model.to) });
  const visible = model.mineOnly ? [] : model.rows.filter((row) => !row.hidden);
  const hidden = visible.length - ROWS_SHOWN;
  return {
    text: composeFallback([title]),
    blocks: [
      section(
        [bold(title)],
        ...visible.slice(0, ROWS_SHOWN).map(boardLine),
        ...(hidden > 0 ? [[board.more(hidden)]] : []),
      ),
      context([ownPlace(model, words)]),
    ],
  };
}

function ownPlace({ rows, ownRepId }: BoardModel, { team: { board } }: Words): string {
  const own = rows.find((row) => row.repId === ownRepId);
  return own ? board.own({ ...own, of: rows.length }) : board.ownNone;
}
