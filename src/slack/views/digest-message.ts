import type { Button, KnownBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow, ToManager } from '../../domain/digest-model.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section, sectionWith, textLength } from './blocks.ts';
import { bold, composeFallback, type Line, type Piece, typed } from './compose.ts';
import { sayDay, sayWeekday } from './dates.ts';
import { HELD_LINE, labelPieces, stepLine, warningLine } from './prospect-line.ts';
import { rowMenu } from './row-menu.ts';
import { writeProspectValue } from './values.ts';
import { nextPieces, plural, sayClosedReason, sayEnded, sayTouch, timeIn } from './words.ts';

export type Message = { text: string; blocks: KnownBlock[] };

/** Done rows that stay in place; older ones fold away and are only counted. */
const DONE_SHOWN = 3;
/** Far below what Slack refuses for a whole message, with every `&` already escaped. */
const MESSAGE_LENGTH = 9000;
const POINTS_LENGTH = 150;

/** The rep's morning: one row a prospect with its Log menu, the next days at the foot. */
export function buildDigestMessage(model: DigestModel): Message {
  const rows = fitRows(model);
  const hidden = model.due.length - rows.filter((row) => 'section' in row).length;
  return {
    text: composeFallback([headline(model)]),
    blocks: [
      section([bold(headline(model))]),
      ...rows.map((row) => ('section' in row ? dueBlock(row, model) : doneBlock(row, model))),
      ...footBlocks(model, hidden),
    ],
  };
}

/** The same without rows, for the day Slack refuses the full one. */
export function buildCompactDigest(model: DigestModel): Message {
  const names = model.due.slice(0, DIGEST_ROWS).map((row) => labelOf(row.prospect));
  return {
    text: composeFallback([headline(model)]),
    blocks: [
      section([bold(headline(model))], [typed(names.join('; '), 1000)]),
      ...footBlocks(model, Math.max(0, model.due.length - names.length)),
    ],
  };
}

/** A rep's rows for App Home: the digest's, without its header and foot. */
export function buildDueBlocks(model: DigestModel): KnownBlock[] {
  return fitRows({ ...model, done: [] }).map((row) =>
    'section' in row ? dueBlock(row, model) : doneBlock(row, model),
  );
}

/** "Tue 17 Nov. 7 today, 2 promised, first 10:00." and, once some are done, "3 of 7 done". */
export function headline(model: DigestModel): string {
  const { today, due, done, promisedCount, firstTime, lateSince } = model;
  const day = sayDay(today, today);
  const late = lateSince === null ? '' : ` Sent late: planned for ${lateSince}.`;
  if (done.length > 0) return `${day}. ${done.length} of ${due.length + done.length} done.${late}`;
  const promised = promisedCount === 0 ? '' : `, ${promisedCount} promised`;
  if (due.length === 0) return `${day}. Nothing is due.${late}`;
  const first = firstTime === null ? '' : `, first ${firstTime}`;
  return `${day}. ${due.length} today${promised}${first}.${late}`;
}

type Row = DueRow | DoneRow;

function fitRows(model: DigestModel): Row[] {
  const latest = [...model.done].sort((a, b) => b.at.getTime() - a.at.getTime());
  const shown: Row[] = [...model.due.slice(0, DIGEST_ROWS), ...latest.slice(0, DONE_SHOWN)];
  shown.sort((a, b) => a.position - b.position);
  let length = 0;
  return shown.filter((row) => {
    length += textLength('section' in row ? dueBlock(row, model) : doneBlock(row, model));
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
  if (points !== null)
    lines.push(['Points: ', typed(points.replace(/\s*\n\s*/g, '; '), POINTS_LENGTH)]);
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

function sayTeamSees(seen: NonNullable<DigestModel['teamSees']>): string {
  const { at, slipping, inTotal } = seen;
  const log = `Log ${slipping === 1 ? 'it' : 'them'} before ${at}`;
  return inTotal
    ? `The team sees a total, without names: ${slipping} of it yours. ${log} and none is.`
    : `The team sees: you, ${slipping} slipping. ${log} and it shows 0.`;
}

function footBlocks(model: DigestModel, hidden: number): KnownBlock[] {
  const { today, nextDay, teamSees, toManager } = model;
  const tomorrow = nextDay.on === addDays(today, 1) ? 'Tomorrow' : sayDay(nextDay.on, today);
  const lines: Line[] = [];
  if (hidden > 0) lines.push([`And ${hidden} more: open the list.`]);
  lines.push([`${tomorrow} ${nextDay.count}.`]);
  if (teamSees && teamSees.slipping > 0) lines.push([sayTeamSees(teamSees)]);
  if (toManager) lines.push([sayToManager(toManager)]);
  return [
    context(...lines),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.openList, 'Open list', { says: 'Open the list of your follow-ups' }),
        button(ACTIONS.openLog, 'Log a touch'),
        ...(toManager ? [button(ACTIONS.openOwnCracks, 'What goes Monday')] : []),
      ],
    },
  ];
}

function sayToManager({ prospectIds, isOwn }: ToManager): string {
  const count = prospectIds.length;
  if (isOwn) return `${count} ${count === 1 ? 'stands' : 'stand'} in your sweep Monday.`;
  return `${count} ${count === 1 ? 'goes' : 'go'} to your manager Monday.`;
}
