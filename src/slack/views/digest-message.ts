import type { KnownBlock, StaticSelect } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow } from '../../domain/digest-model.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, option, plainText, section, sectionWith, textLength } from './blocks.ts';
import { bold, composeFallback, type Line, type Piece, typed } from './compose.ts';
import { sayDay, sayWeekday } from './dates.ts';
import { labelPieces, pointsLine, stepLine, warningLine } from './prospect-line.ts';
import { type RowDeed, writeRowValue } from './values.ts';
import {
  nextPieces,
  OUTCOME_LABELS,
  plural,
  sayEnded,
  sayTouch,
  sayWhen,
  timeIn,
} from './words.ts';

export type Message = { text: string; blocks: KnownBlock[] };

/** Done rows that stay in place; older ones fold away and are only counted. */
const DONE_SHOWN = 3;
/** Promises of the days off ahead, shown however full the day is. */
const AHEAD_SHOWN = 5;
/** Far below what Slack refuses for a whole message, with every `&` already escaped. */
const MESSAGE_LENGTH = 9000;

/** The rep's morning: one row a prospect with its Log menu, the next days at the foot. */
export function buildDigestMessage(model: DigestModel): Message {
  const { due, done, spread } = model;
  const isClear = due.length + done.length === 0 && spread === null;
  if (isClear) return buildClearMorning(model);
  return {
    text: composeFallback([headline(model)]),
    blocks: [
      section([bold(headline(model))]),
      ...buildSpreadNote(model),
      ...rowBlocks(model),
      ...footBlocks(model, countHidden(model)),
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

/** For reps who want to read it also on a morning with nothing due: one line. */
function buildClearMorning(model: DigestModel): Message {
  const line = `${headline(model)} ${sayNextDay(model)}`;
  return { text: composeFallback([line]), blocks: [section([line])] };
}

/** A rep's rows for App Home: the digest's, without its header and foot. */
export function buildDueBlocks(model: DigestModel): KnownBlock[] {
  return rowBlocks({ ...model, done: [] });
}

/** Due rows that did not fit. */
export function countHidden(model: DigestModel): number {
  return model.due.length - fitRows(model).filter(isDue).length;
}

/**
 * "Tue 17 Nov. 7 today, 2 promised, first 10:00." and, once some are done, "3 of 7 done". Promises of
 * days off ahead count towards what is to be done, and are named apart: "1 before you are back."
 */
export function headline(model: DigestModel): string {
  const { today, due, done, promisedCount, firstTime, lateSince } = model;
  const day = sayDay(today, today);
  const late = lateSince === null ? '' : ` Sent late: planned for ${lateSince}.`;
  const all = due.length + done.length;
  if (done.length > 0 && due.length === 0) return `${day}. All done, ${all} of ${all}.${late}`;
  if (done.length > 0) return `${day}. ${done.length} of ${all} done.${late}`;
  const ahead = due.filter(isAhead).length;
  const back = ahead === 0 ? '' : ` ${ahead} before you are back.`;
  if (due.length === ahead)
    return `${day}. Nothing due${back === '' ? '' : ' today'}.${back}${late}`;
  const promised = promisedCount === 0 ? '' : `, ${promisedCount} promised`;
  const first = firstTime === null ? '' : `, first ${firstTime}`;
  return `${day}. ${due.length - ahead} today${promised}${first}.${back}${late}`;
}

/** Over pace for days: the offer to spread, and afterwards what was moved. */
function buildSpreadNote({ spread, today }: DigestModel): KnownBlock[] {
  if (spread === null) return [];
  if (spread.kind === 'offer') {
    const { due, pace, days } = spread;
    const open = button(ACTIONS.openSpread, `Spread over ${days} days…`, {
      says: `See how ${due} follow-ups would be spread over ${days} days`,
    });
    return [sectionWith(open, [`${due} due, your pace is ${pace}.`])];
  }
  const { batchId, count, until } = spread;
  const undo = button(ACTIONS.undoSpread, 'Undo', {
    value: batchId,
    says: `Put ${plural(count, 'follow-up')} back on today`,
  });
  return [sectionWith(undo, [`${count} moved to days with room, up to ${sayDay(until, today)}.`])];
}

type Row = DueRow | DoneRow;

function isDue(row: Row): row is DueRow {
  return 'section' in row;
}

function isAhead(row: Row): boolean {
  return isDue(row) && row.section === 'before_back';
}

function rowBlocks(model: DigestModel): KnownBlock[] {
  const rows = fitRows(model);
  const firstAhead = rows.find(isAhead);
  return rows.flatMap((row) => {
    const block = isDue(row) ? dueBlock(row, model) : doneBlock(row, model);
    return row === firstAhead ? [backHeading(model), block] : [block];
  });
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
  if (next) lines.push(stepLine(prospect, next, missed));
  if (points !== null) lines.push(pointsLine(points));
  if (warning) lines.push(warningLine(warning, model.today));
  return {
    ...sectionWith(menuOf(row), ...lines),
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

function menuOf(row: DueRow): StaticSelect {
  const { prospect } = row;
  const entry = (deed: RowDeed, label: string) =>
    option(writeRowValue({ deed, prospectId: prospect.id, version: prospect.version }), label);
  if (row.section === 'revisit') {
    return {
      type: 'static_select',
      action_id: ACTIONS.revisitMenu,
      placeholder: plainText('Decide'),
      options: [
        entry('reopen', 'Re-open'),
        entry('later', 'Later, in 30 days'),
        entry('drop', 'Drop'),
      ],
    };
  }
  return {
    type: 'static_select',
    action_id: ACTIONS.rowMenu,
    placeholder: plainText('Log'),
    option_groups: [
      {
        label: plainText('What happened'),
        options: [
          entry('no_answer', OUTCOME_LABELS.no_answer),
          entry('sent', OUTCOME_LABELS.sent),
          entry('spoke', 'We spoke…'),
          entry('more', 'More…'),
        ],
      },
      {
        label: plainText('Snooze'),
        options: [
          entry('tomorrow', 'Tomorrow'),
          entry('in_three', 'In 3 working days'),
          entry('pick', 'Pick a date…'),
        ],
      },
    ],
  };
}

function doneBlock({ prospect, deed }: DoneRow, model: DigestModel): KnownBlock {
  const lines: Line[] = [
    [...labelPieces(prospect), '. ', ...sayDeed(deed)],
    afterwards(prospect, model),
  ];
  if (deed.kind !== 'logged' || deed.by !== null) return section(...lines);
  const undo = button(ACTIONS.undo, 'Undo', {
    value: deed.touchId,
    says: `Undo the touch with ${labelOf(prospect)}`,
  });
  return sectionWith(undo, ...lines);
}

const DEEDS: Record<Deed['kind'], string> = {
  logged: 'Logged',
  snoozed: 'Snoozed',
  nurtured: 'Put in the slow rhythm',
  reopened: 'Re-opened',
  dropped: 'Dropped',
  revisit_moved: 'Put off',
  moved_on: 'Changed',
};

function sayDeed(deed: Deed): Piece[] {
  const by = deed.by === null ? [] : [' by ', typed(deed.by, 60)];
  return [DEEDS[deed.kind], ...by, deed.kind === 'logged' ? `: ${sayTouch(deed)}.` : '.'];
}

function afterwards({ standing }: Prospect, model: DigestModel): Line {
  if (standing.next) return ['Next: ', ...nextPieces(standing.next, model, { why: false }), '.'];
  return [sayEnded(standing, model.today)];
}

/** "Tomorrow 4.", or the next working day by its name. */
function sayNextDay({ today, nextDay }: DigestModel): string {
  const day = nextDay.on === addDays(today, 1) ? 'Tomorrow' : sayDay(nextDay.on, today);
  return `${day} ${nextDay.count}.`;
}

function footBlocks(model: DigestModel, hidden: number): KnownBlock[] {
  const { teamSees } = model;
  const lines: Line[] = [];
  if (hidden > 0) lines.push([`And ${hidden} more: open the list.`]);
  lines.push([sayNextDay(model)]);
  if (teamSees && teamSees.slipping > 0) {
    const them = teamSees.slipping === 1 ? 'it' : 'them';
    lines.push([
      `The team sees: you, ${teamSees.slipping} slipping. Log ${them} before ${teamSees.at} and it shows 0.`,
    ]);
  }
  return [
    context(...lines),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.openList, 'Open list', { says: 'Open the list of your follow-ups' }),
        button(ACTIONS.openLog, 'Log a touch'),
      ],
    },
  ];
}
