import type { Ranked } from '../../domain/leaderboard.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { SLIPPING_SHOWN, type TeamPostModel } from '../../domain/team-post-model.ts';
import { divider, sections } from './blocks.ts';
import { bold, composeFallback, type Line, lengthOfLine, type Piece, typed } from './compose.ts';
import { sayDay, sayWeekday } from './dates.ts';
import type { Message } from './digest-message.ts';
import { plural } from './words.ts';

const NAME_LENGTH = 40;
/** Names in one line; a team of hundreds stays readable and far below Slack's limits. */
const NAMES_SHOWN = 40;
const NAMES_LENGTH = 1200;
const BOARD_SHOWN = 25;

/** The team's morning in one message: what was done, what is slipping, who is clear. */
export function buildTeamPost(model: TeamPostModel): Message {
  const head = headline(model);
  return {
    text: composeFallback([head]),
    blocks: [
      ...sections([[bold(head)], ...bodyLines(model)]),
      ...(model.lastWeek ? [divider(), ...sections(boardLines(model.lastWeek))] : []),
    ],
  };
}

function headline({ today, lastDay, followUps, promises }: TeamPostModel): string {
  const when = lastDay === addDays(today, -1) ? 'yesterday' : `on ${sayWeekday(lastDay)}`;
  const kept =
    promises.due === 0 ? '' : `; promises kept this week ${promises.kept} of ${promises.due}`;
  return `${sayDay(today, today)}. ${plural(followUps, 'follow-up')} ${when}${kept}.`;
}

function bodyLines(model: TeamPostModel): Line[] {
  const { slipping, away, nothingSlipping, most, today, totalsOnly } = model;
  const gone: Piece[] =
    away.length === 0
      ? []
      : [
          ' Away: ',
          ...list(away, (row) => [name(row.name), ` until ${sayUntil(row.until, today)}`]),
        ];
  const lines: Line[] =
    slipping.length === 0
      ? [['All clear: nothing is slipping.', ...gone]]
      : [['Slipping: ', ...(totalsOnly ? total(slipping) : list(slipping, sayCount)), ...gone]];
  if (!totalsOnly && slipping.length > 0 && nothingSlipping.length > 0) {
    lines.push(['Nothing slipping: ', ...list(nothingSlipping, (row) => [name(row)])]);
  }
  lines.push(
    most.length === 0
      ? ['No follow-ups logged this week yet.']
      : ['Most this week: ', ...list(most, (row) => [name(row.name), ` ${row.followUps}`])],
  );
  return lines;
}

function boardLines(week: NonNullable<TeamPostModel['lastWeek']>): Line[] {
  const title = `Last week, from ${sayDay(week.monday, week.monday)}: ${plural(week.followUps, 'follow-up')}`;
  if (week.board.length === 0) return [[bold(title)], ['Nobody logged a touch.']];
  const hidden = week.board.length - BOARD_SHOWN;
  return [
    [bold(title)],
    ...week.board.slice(0, BOARD_SHOWN).map(boardLine),
    ...(hidden > 0 ? [[`And ${hidden} more: /followup board week shows your own place.`]] : []),
  ];
}

/** "1. Ben, 12". */
export function boardLine(row: Pick<Ranked, 'rank' | 'name' | 'followUps'>): Line {
  return [`${row.rank}. `, name(row.name), `, ${row.followUps}`];
}

function name(text: string): Piece {
  return typed(text, NAME_LENGTH);
}

function list<T>(rows: readonly T[], say: (row: T) => Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let shown = 0;
  for (const row of rows.slice(0, NAMES_SHOWN)) {
    const next = shown === 0 ? say(row) : [', ', ...say(row)];
    if (lengthOfLine([...pieces, ...next]) > NAMES_LENGTH) break;
    pieces.push(...next);
    shown += 1;
  }
  const hidden = rows.length - shown;
  return [...pieces, hidden > 0 ? ` and ${hidden} more.` : '.'];
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

function sayUntil(until: LocalDate, today: LocalDate): string {
  return until < addDays(today, 6) ? sayWeekday(until) : sayDay(until, today);
}
