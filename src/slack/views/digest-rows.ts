import type { Button, KnownBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow } from '../../domain/digest-model.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, section, sectionWith, textLength } from './blocks.ts';
import { bold, type Line, type Piece, typed } from './compose.ts';
import { sayDay, sayWeekday } from './dates.ts';
import { HELD_LINE, labelPieces, pointsLine, stepLine, warningLine } from './prospect-line.ts';
import { rowMenu } from './row-menu.ts';
import { writeProspectValue } from './values.ts';
import {
  nextPieces,
  plural,
  sayClosedReason,
  sayEnded,
  sayTouch,
  sayWhen,
  timeIn,
} from './words.ts';

/** Done rows that stay in place; older ones fold away and are only counted. */
const DONE_SHOWN = 3;
/** Promises of the days off ahead, shown however full the day is. */
const AHEAD_SHOWN = 5;
/** Far below what Slack refuses for a whole message, with every `&` already escaped. */
const MESSAGE_LENGTH = 9000;

type Row = DueRow | DoneRow;

/** The rows of a digest: due and done in their places, then those before days off under their heading. */
export function buildDigestRows(model: DigestModel): KnownBlock[] {
  const rows = fitRows(model);
  const firstAhead = rows.find(isAhead);
  return rows.flatMap((row) => {
    const block = isDue(row) ? dueBlock(row, model) : doneBlock(row, model);
    return row === firstAhead ? [backHeading(model), block] : [block];
  });
}

/** A rep's rows for App Home: the digest's, without its header and foot. */
export function buildDueBlocks(model: DigestModel): KnownBlock[] {
  return buildDigestRows({ ...model, done: [] });
}

/** Due rows that did not fit. */
export function countHidden(model: DigestModel): number {
  return model.due.length - fitRows(model).filter(isDue).length;
}

/** Whether a row stands there ahead of its day, because that is a day off. */
export function isAhead(row: Row): boolean {
  return isDue(row) && row.section === 'before_back';
}

function isDue(row: Row): row is DueRow {
  return 'section' in row;
}

function backHeading({ nextDay, today }: DigestModel): KnownBlock {
  return section([bold(`Before you are back, ${sayDay(nextDay.on, today)}`)]);
}

function fitRows(model: DigestModel): Row[] {
  const latest = [...model.done].sort((a, b) => b.at.getTime() - a.at.getTime());
  const shown: Row[] = [
    ...model.due.filter((row) => !isAhead(row)).slice(0, DIGEST_ROWS),
    ...model.due.filter(isAhead).slice(0, AHEAD_SHOWN),
    ...latest.slice(0, DONE_SHOWN),
  ];
  shown.sort((a, b) => a.position - b.position);
  let length = 0;
  return shown.filter((row) => {
    length += textLength(isDue(row) ? dueBlock(row, model) : doneBlock(row, model));
    return length <= MESSAGE_LENGTH;
  });
}

function dueBlock(row: DueRow, model: DigestModel): KnownBlock {
  const { prospect, points, warning } = row;
  const lines: Line[] = [[bold(...labelPieces(prospect)), `. ${reasonOf(row, model)}`]];
  const next = prospect.standing.next;
  const missed = row.section === 'promise_missed' && next ? late(next.on, model.today) : '';
  if (row.isHeld) lines.push([HELD_LINE]);
  else if (next) lines.push(stepLine(prospect, next, missed));
  if (points !== null) lines.push(pointsLine(points));
  if (warning) lines.push(warningLine(warning, model.today));
  return {
    ...sectionWith(rowMenu(row), ...lines),
    block_id: `row.${prospect.id}.${model.drawnAt.getTime().toString(36)}`,
  };
}

function reasonOf({ prospect, section: place }: DueRow, model: DigestModel): string {
  const next = prospect.standing.next;
  const { today, zone } = model;
  switch (place) {
    case 'promised_today':
      return next?.at ? `Promised ${timeIn(next.at, zone)}` : 'Promised today';
    case 'promise_missed':
      return next ? `Promised ${sayShort(next.on, today)}` : '';
    case 'overdue':
      return next ? late(next.on, today) : '';
    case 'revisit':
      return prospect.standing.status === 'won'
        ? 'Won. Time to check in'
        : 'Lost. Time to ask again';
    case 'in_line':
      return 'New in line';
    case 'before_back':
      return next ? `Promised ${sayWhen(next, model)}` : '';
    case 'due_today':
      return prospect.snoozes > 2 ? `Snoozed ${prospect.snoozes} times` : 'Due today';
    default:
      return place satisfies never;
  }
}

/** "Mon" within the week behind us, else the day. */
function sayShort(on: LocalDate, today: LocalDate): string {
  return on > addDays(today, -7) ? sayWeekday(on) : sayDay(on, today);
}

function late(on: LocalDate, today: LocalDate): string {
  return `${plural(daysBetween(on, today), 'day')} late`;
}

function doneBlock({ prospect, deed }: DoneRow, model: DigestModel): KnownBlock {
  const lines: Line[] = [
    [...labelPieces(prospect), '. ', ...sayDeed(deed, prospect)],
    afterwards(prospect, model),
  ];
  const undo = undoOf(deed, prospect);
  return undo ? sectionWith(undo, ...lines) : section(...lines);
}

/** One's own deeds can be taken back on the row. */
function undoOf(deed: Deed, prospect: Prospect): Button | null {
  const label = labelOf(prospect);
  if (deed.by !== null) return null;
  if (deed.kind === 'logged') {
    const says = `Undo the touch with ${label}`;
    return button(ACTIONS.undo, 'Undo', { value: deed.touchId, says });
  }
  if (deed.kind !== 'not_a_prospect') return null;
  const value = writeProspectValue({ prospectId: prospect.id, version: prospect.version });
  return button(ACTIONS.undoChange, 'Undo', { value, says: `${label} is a prospect after all` });
}

const DEEDS: Record<Deed['kind'], string> = {
  logged: 'Logged',
  snoozed: 'Snoozed',
  nurtured: 'Put in nurture',
  reopened: 'Re-opened',
  dropped: 'Dropped',
  revisit_moved: 'Put off',
  not_a_prospect: 'Not a prospect',
  moved_on: 'Changed',
};

function sayDeed(deed: Deed, prospect: Prospect): Piece[] {
  const by = deed.by === null ? [] : [' by ', typed(deed.by, 60)];
  const reason = deed.kind === 'not_a_prospect' ? sayClosedReason(prospect) : '';
  const what = deed.kind === 'logged' ? `: ${sayTouch(deed)}` : reason;
  return [DEEDS[deed.kind], ...by, `${what}.`];
}

function afterwards({ standing }: Prospect, model: DigestModel): Line {
  if (standing.next) return ['Next: ', ...nextPieces(standing.next, model, { why: false }), '.'];
  return [sayEnded(standing, model.today)];
}
