import type { Button, KnownBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow } from '../../domain/digest-model.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { localTimeOf } from '../../domain/zone.ts';
import { ACTIONS } from '../ids.ts';
import { button, section, sectionWith, textLength } from './blocks.ts';
import { bold, type Line, type Piece, typed } from './compose.ts';
import { labelPieces, pointsLine, stepLine, warningLine } from './prospect-line.ts';
import { rowMenu } from './row-menu.ts';
import { nextPieces, sayWhen } from './say-next.ts';
import { writeProspectValue } from './values.ts';

/** Done rows that stay in place; older ones fold away and are only counted. */
const DONE_SHOWN = 3;
/** Promises of the days off ahead, shown however full the day is. */
const AHEAD_SHOWN = 5;
/** Of the rows in all, menus included, below what Slack refuses for a whole message. */
const ROWS_LENGTH = 11_000;

type Row = DueRow | DoneRow;

/** The day and the language its reader reads. */
type Screen = DigestModel & { words: Words };

/** The rows of a digest: due and done in their places, then those before days off under their heading. */
export function buildDigestRows(model: DigestModel, words: Words): KnownBlock[] {
  return rowBlocks(fitRows(model, words), { ...model, words });
}

/** A page of the due rows for App Home, from one on; what falls on days off stands below the first. */
export function buildDueBlocks(
  model: DigestModel,
  { words, from }: { words: Words; from: number },
): KnownBlock[] {
  const work = model.due.filter((row) => !isAhead(row)).slice(from, from + DIGEST_ROWS);
  const ahead = from === 0 ? model.due.filter(isAhead).slice(0, AHEAD_SHOWN) : [];
  return rowBlocks([...work, ...ahead], { ...model, words });
}

function rowBlocks(rows: readonly Row[], screen: Screen): KnownBlock[] {
  const firstAhead = rows.find(isAhead);
  return rows.flatMap((row) => {
    const block = rowBlock(row, screen);
    return row === firstAhead ? [backHeading(screen), block] : [block];
  });
}

/** The due rows that fit, in their order. */
export function listShown(model: DigestModel, words: Words): DueRow[] {
  return fitRows(model, words).filter(isDue);
}

/** Due rows that did not fit. */
export function countHidden(model: DigestModel, words: Words): number {
  return model.due.length - listShown(model, words).length;
}

/** Whether a row stands there ahead of its day, because that is a day off. */
export function isAhead(row: Row): boolean {
  return isDue(row) && row.section === 'before_back';
}

function isDue(row: Row): row is DueRow {
  return 'section' in row;
}

function backHeading({ nextDay, today, words }: Screen): KnownBlock {
  const { digest, dates } = words;
  return section([bold(digest.beforeYouAreBack(dates.day(nextDay.on, today)))]);
}

function fitRows(model: DigestModel, words: Words): Row[] {
  const latest = [...model.done].sort((a, b) => b.at.getTime() - a.at.getTime());
  const shown: Row[] = [
    ...model.due.filter((row) => !isAhead(row)).slice(0, DIGEST_ROWS),
    ...model.due.filter(isAhead).slice(0, AHEAD_SHOWN),
    ...latest.slice(0, DONE_SHOWN),
  ];
  shown.sort((a, b) => a.position - b.position);
  let length = 0;
  return shown.filter((row) => {
    length += textLength(rowBlock(row, { ...model, words }));
    return length <= ROWS_LENGTH;
  });
}

function rowBlock(row: Row, screen: Screen): KnownBlock {
  return isDue(row) ? dueBlock(row, screen) : doneBlock(row, screen);
}

function dueBlock(row: DueRow, screen: Screen): KnownBlock {
  const { prospect, points, warning } = row;
  const { words, today, drawnAt } = screen;
  const lines: Line[] = [[bold(...labelPieces(prospect)), `. ${reasonOf(row, screen)}`]];
  const next = prospect.standing.next;
  const missed = row.section === 'promise_missed' && next ? late(next.on, screen) : '';
  if (row.isHeld) lines.push([words.digest.held]);
  else if (next) lines.push(stepLine(prospect, { next, late: missed, words }));
  if (points !== null) lines.push(pointsLine(points, words));
  if (warning) lines.push(warningLine(warning, { today, words }));
  return {
    ...sectionWith(rowMenu(row, words), ...lines),
    block_id: `row.${prospect.id}.${drawnAt.getTime().toString(36)}`,
  };
}

function reasonOf({ prospect, section: place }: DueRow, screen: Screen): string {
  const { next, status } = prospect.standing;
  const { digest } = screen.words;
  switch (place) {
    case 'promised_today':
      return next?.at ? digest.promised(localTimeOf(next.at, screen.zone)) : digest.promisedToday;
    case 'promise_missed':
      return next ? digest.promised(sayShort(next.on, screen)) : '';
    case 'overdue':
      return next ? late(next.on, screen) : '';
    case 'revisit':
      return status === 'won' ? digest.timeToCheckIn : digest.timeToAskAgain;
    case 'in_line':
      return digest.newInLine;
    case 'before_back':
      return next ? digest.promised(sayWhen(next, screen)) : '';
    case 'due_today':
      return prospect.snoozes > 2 ? digest.snoozedTimes(prospect.snoozes) : digest.dueToday;
    default:
      return place satisfies never;
  }
}

/** "Mon" within the week behind us, else the day. */
function sayShort(on: LocalDate, { today, words: { dates } }: Screen): string {
  return on > addDays(today, -7) ? dates.weekday(on) : dates.day(on, today);
}

function late(on: LocalDate, { today, words }: Screen): string {
  return words.digest.late(daysBetween(on, today));
}

function doneBlock({ prospect, deed }: DoneRow, screen: Screen): KnownBlock {
  const lines: Line[] = [
    [...labelPieces(prospect), '. ', ...sayDeed(deed, prospect, screen.words)],
    afterwards(prospect, screen),
  ];
  const undo = undoOf(deed, prospect, screen.words);
  return undo ? sectionWith(undo, ...lines) : section(...lines);
}

/** One's own deeds can be taken back on the row. */
function undoOf(deed: Deed, prospect: Prospect, { digest, labels }: Words): Button | null {
  const label = labelOf(prospect);
  if (deed.by !== null) return null;
  if (deed.kind === 'logged') {
    const says = digest.sayUndoTouch(label);
    return button(ACTIONS.undo, labels.undo, { value: deed.touchId, says });
  }
  if (deed.kind !== 'not_a_prospect') return null;
  const value = writeProspectValue({ prospectId: prospect.id, version: prospect.version });
  const says = digest.sayProspectAfterAll(label);
  return button(ACTIONS.undoChange, labels.undo, { value, says });
}

function sayDeed(deed: Deed, { closedReason }: Prospect, { digest, labels }: Words): Piece[] {
  const by = deed.by === null ? null : typed(deed.by, 60);
  const reason = deed.kind === 'not_a_prospect' ? labels.closedReason(closedReason) : '';
  return digest.deed(deed.kind, { by, what: deed.kind === 'logged' ? labels.touch(deed) : reason });
}

function afterwards({ standing }: Prospect, screen: Screen): Line {
  const { words, today } = screen;
  if (standing.next === null) return [words.steps.ended(standing, today)];
  return [words.digest.next, ...nextPieces(standing.next, { ...screen, why: false }), '.'];
}
