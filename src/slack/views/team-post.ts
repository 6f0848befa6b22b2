import type { Ranked } from '../../domain/leaderboard.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { SLIPPING_SHOWN, type TeamPostModel } from '../../domain/team-post-model.ts';
import type { Words } from '../../domain/words/words.ts';
import { divider, sections } from './blocks.ts';
import { bold, composeFallback, type Line, lengthOfLine, type Piece, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

const NAME_LENGTH = 40;
/** Names in one line; a team of hundreds stays readable and far below Slack's limits. */
const NAMES_SHOWN = 40;
const NAMES_LENGTH = 1200;
const BOARD_SHOWN = 25;

/** The team's morning in one message: what was done, what is slipping, who is clear. */
export function buildTeamPost(model: TeamPostModel, words: Words): Message {
  const head = headline(model, words);
  return {
    text: composeFallback([head]),
    blocks: [
      ...sections([[bold(head)], ...bodyLines(model, words)]),
      ...(model.lastWeek ? [divider(), ...sections(boardLines(model.lastWeek, words))] : []),
    ],
  };
}

function headline(model: TeamPostModel, { team, dates }: Words): string {
  const { today, lastDay, followUps, promises } = model;
  const wasYesterday = lastDay === addDays(today, -1);
  const when = wasYesterday ? team.yesterday : team.onWeekday(dates.weekday(lastDay));
  return team.headline(dates.day(today, today), { followUps, when, promises });
}

function bodyLines(model: TeamPostModel, words: Words): Line[] {
  const { slipping, nothingSlipping, totalsOnly } = model;
  const { team } = words;
  const gone = sayAway(model, words);
  const who = totalsOnly ? total(slipping) : list(slipping, { words, say: sayCount });
  const lines: Line[] =
    slipping.length === 0 ? [[team.allClear, ...gone]] : [[...team.slipping(who), ...gone]];
  if (!totalsOnly && slipping.length > 0 && nothingSlipping.length > 0) {
    const clear = list(nothingSlipping, { words, say: (row) => [name(row)] });
    lines.push(team.nothingSlipping(clear));
  }
  return [...lines, mostLine(model, words)];
}

function sayAway({ away, today }: TeamPostModel, words: Words): Piece[] {
  if (away.length === 0) return [];
  const say = (row: TeamPostModel['away'][number]) => [
    name(row.name),
    words.team.until(sayUntil(row.until, { today, words })),
  ];
  return words.team.away(list(away, { words, say }));
}

function mostLine({ most }: TeamPostModel, words: Words): Line {
  if (most.length === 0) return [words.team.noneThisWeek];
  const say = (row: Ranked) => [name(row.name), ` ${row.followUps}`];
  return words.team.mostThisWeek(list(most, { words, say }));
}

function boardLines(week: NonNullable<TeamPostModel['lastWeek']>, words: Words): Line[] {
  const { team, dates } = words;
  const title = team.lastWeek(dates.day(week.monday, week.monday), week.followUps);
  if (week.board.length === 0) return [[bold(title)], [team.nobodyLogged]];
  const hidden = week.board.length - BOARD_SHOWN;
  return [
    [bold(title)],
    ...week.board.slice(0, BOARD_SHOWN).map(boardLine),
    ...(hidden > 0 ? [[team.moreOnBoard(hidden)]] : []),
  ];
}

/** "1. Ben, 12". */
export function boardLine(row: Pick<Ranked, 'rank' | 'name' | 'followUps'>): Line {
  return [`${row.rank}. `, name(row.name), `, ${row.followUps}`];
}

function name(text: string): Piece {
  return typed(text, NAME_LENGTH);
}

function list<T>(
  rows: readonly T[],
  { words, say }: { words: Words; say: (row: T) => Piece[] },
): Piece[] {
  const pieces: Piece[] = [];
  let shown = 0;
  for (const row of rows.slice(0, NAMES_SHOWN)) {
    const next = shown === 0 ? say(row) : [', ', ...say(row)];
    if (lengthOfLine([...pieces, ...next]) > NAMES_LENGTH) break;
    pieces.push(...next);
    shown += 1;
  }
  return [...pieces, words.team.andOthers(rows.length - shown)];
}

function total(slipping: TeamPostModel['slipping']): Piece[] {
  return [`${slipping.reduce((sum, { count }) => sum + count, 0)}.`];
}

function sayCount({ name: who, count }: { name: string; count: number }): Piece[] {
  return [name(who), ` ${cap(count)}`];
}

function cap(count: number): string {
  return count > SLIPPING_SHOWN ? `${SLIPPING_SHOWN}+` : String(count);
}

function sayUntil(
  until: LocalDate,
  { today, words: { dates } }: { today: LocalDate; words: Words },
): string {
  return until < addDays(today, 6) ? dates.weekday(until) : dates.day(until, today);
}
