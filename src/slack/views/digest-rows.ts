import type { KnownBlock, StaticSelect } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow } from '../../domain/digest-model.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, option, plainText, section, sectionWith, textLength } from './blocks.ts';
import { bold, type Line, type Piece, typed } from './compose.ts';
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
  nurtured: 'Put in nurture',
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
