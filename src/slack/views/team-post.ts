import type { Ranked } from '../../domain/leaderboard.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { SLIPPING_SHOWN, type TeamPostModel } from '../../domain/team-post-model.ts';
import { divider, section } from './blocks.ts';
import { bold, composeFallback, type Line, type Piece, typed } from './compose.ts';
import { sayDay, sayWeekday } from './dates.ts';
import type { Message } from './digest-message.ts';

const NAME_LENGTH = 40;
/** Names in one line; a team of hundreds stays readable and far below Slack's limits. */
const NAMES_SHOWN = 40;
const BOARD_SHOWN = 25;

/** The team's morning in one message: what was done, what is slipping, who is clear. */
export function buildTeamPost(model: TeamPostModel): Message {
  const head = headline(model);
  return {
    text: composeFallback([head]),
    blocks: [
      section([bold(head)], ...bodyLines(model)),
      ...(model.lastWeek ? [divider(), section(...boardLines(model.lastWeek))] : []),
    ],
  };
}

function headline({ today, lastDay, followUps, promises }: TeamPostModel): string {
  const when = lastDay === addDays(today, -1) ? 'yesterday' : `on ${sayWeekday(lastDay)}`;
  const kept =
    promises.due === 0 ? '' : ` Promises kept this week: ${promises.kept} of ${promises.due}.`;
  return `${sayDay(today, today)}. ${followUps} follow-${followUps === 1 ? 'up' : 'ups'} ${when}.${kept}`;
}

function bodyLines(model: TeamPostModel): Line[] {
  const { slipping, away, nothingSlipping, most, today } = model;
  const lines: Line[] = [];
  if (slipping.length > 0) {
    lines.push(['Slipping: ', ...list(slipping, (row) => [name(row.name), ` ${cap(row.count)}`])]);
  }
  if (away.length > 0) {
    lines.push([
      'Away: ',
      ...list(away, (row) => [name(row.name), ` until ${sayUntil(row.until, today)}`]),
    ]);
  }
  if (slipping.length === 0) lines.push(['All clear: nothing is slipping.']);
  else if (nothingSlipping.length > 0) {
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
  const title = `Last week, from ${sayDay(week.monday, week.monday)}: ${week.followUps} follow-ups`;
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
  const shown = rows
    .slice(0, NAMES_SHOWN)
    .flatMap((row, i) => (i === 0 ? say(row) : [', ', ...say(row)]));
  const hidden = rows.length - NAMES_SHOWN;
  return [...shown, hidden > 0 ? ` and ${hidden} more.` : '.'];
}

function cap(count: number): string {
  return count > SLIPPING_SHOWN ? `${SLIPPING_SHOWN}+` : String(count);
}

function sayUntil(until: LocalDate, today: LocalDate): string {
  return until < addDays(today, 6) ? sayWeekday(until) : sayDay(until, today);
}
