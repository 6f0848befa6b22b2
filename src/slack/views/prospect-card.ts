import type { ModalView } from '@slack/types';
import type { NamedWarning } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import type { Rate } from '../../domain/wilson.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, sections } from './blocks.ts';
import { bold, composeFallback, type Line, lengthOfLine, type Piece, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { sayContactLesson } from './insight-words.ts';
import { labelPieces, stepLine, warningLine } from './prospect-line.ts';
import {
  CHANNEL_LABELS,
  INTEREST_LABELS,
  NO_REASON_LABELS,
  plural,
  STATUS_LABELS,
  sayRule,
  sayTouch,
  sayWhen,
} from './words.ts';

export type CardModel = {
  prospect: Prospect;
  /** Newest first. */
  touches: Touch[];
  contacts: number;
  today: LocalDate;
  zone: string;
  warning: NamedWarning | null;
  /** Once most of the team's Yeses came late: those that did, of all. */
  lateYeses: Rate | null;
  /** Managers may give it to somebody else. */
  mayGive: boolean;
  nameOf: (repId: string | null) => string | null;
};

const TOUCHES_SHOWN = 10;
const NOTE_SHOWN = 200;
/** Of the timeline in all, so that a message stays far below what Slack refuses. */
const TIMELINE_LENGTH = 7000;

/** One prospect: where it stands, the next step and why, how to reach them, and what happened so far. */
export function buildProspectCard(model: CardModel): Message {
  const { prospect, touches } = model;
  const { lines, shown } = timeline(model);
  const hidden = touches.length - shown;
  return {
    text: composeFallback(labelPieces(prospect)),
    blocks: [
      section([bold(...labelPieces(prospect))], ...standingLines(model), ...reachLines(prospect)),
      ...sections([[bold('Timeline')], ...lines]),
      ...(hidden > 0
        ? [context([`And ${plural(hidden, 'earlier touch', 'earlier touches')}.`])]
        : []),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.logNext, 'Log a touch', {
            value: prospect.id,
            style: 'primary',
            says: `Log a touch with ${labelOf(prospect)}`,
          }),
          ...(model.mayGive
            ? [
                button(ACTIONS.openGive, 'Give to…', {
                  value: prospect.id,
                  says: `Give ${labelOf(prospect)} to another rep`,
                }),
              ]
            : []),
        ],
      },
    ],
  };
}

/** The same in a modal. */
export function buildCardModal(model: CardModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Prospect', 24),
    close: plainText('Done', 24),
    blocks: buildProspectCard(model).blocks,
  };
}

function standingLines(model: CardModel): Line[] {
  const { prospect, today, zone, nameOf, contacts, warning } = model;
  const { status, next, revisitOn } = prospect.standing;
  const owner = nameOf(prospect.ownerId);
  const facts: Piece[] = [
    STATUS_LABELS[status],
    contacts === 0 ? ', no contact yet' : `, contact ${contacts}`,
  ];
  if (owner !== null) facts.push(', owner ', typed(owner === 'You' ? 'you' : owner, 60));
  if (prospect.interest) facts.push(`, ${INTEREST_LABELS[prospect.interest].toLowerCase()}`);
  if (prospect.snoozes > 0) facts.push(`, snoozed ${plural(prospect.snoozes, 'time')}`);
  const lines: Line[] = [[...facts, '.']];
  if (next) {
    const promised = next.promised ? ', promised' : '';
    const why = next.promised ? '' : ` (${sayRule(next.rule)})`;
    lines.push([
      `Next ${sayWhen(next, { today, zone })}${promised}${why}: `,
      ...stepLine(prospect, next),
    ]);
  }
  if (revisitOn) lines.push([`Look again on ${sayDay(revisitOn, today)}.`]);
  if (warning) lines.push(warningLine(warning, today));
  if (model.lateYeses) lines.push([sayContactLesson(model.lateYeses)]);
  return lines;
}

function reachLines({ email, phone, stoppedChannels }: Prospect): Line[] {
  const ways: Piece[] = [email, phone].flatMap((way, i) =>
    way === null ? [] : [...(i === 1 && email !== null ? [', '] : []), typed(way, 100)],
  );
  const lines: Line[] = ways.length === 0 ? [] : [['Reach: ', ...ways]];
  if (stoppedChannels.length > 0) {
    const names = stoppedChannels.map((way) => CHANNEL_LABELS[way].toLowerCase()).join(', ');
    lines.push([`They asked us not to use: ${names}.`]);
  }
  return lines;
}

function timeline(model: CardModel): { lines: Line[]; shown: number } {
  const { prospect, touches } = model;
  const lines: Line[] = [];
  let shown = 0;
  let length = 0;
  for (const touch of touches.slice(0, TOUCHES_SHOWN)) {
    const own = touchLines(touch, model);
    length += own.reduce((sum, line) => sum + lengthOfLine(line), 0);
    if (length > TIMELINE_LENGTH) break;
    lines.push(...own);
    shown += 1;
  }
  if (prospect.importedContacts > 0 || prospect.importedLastContactOn !== null) {
    const last = prospect.importedLastContactOn;
    const when = last === null ? '' : `, last on ${sayDay(last, model.today)}`;
    lines.push([`Imported with ${plural(prospect.importedContacts, 'contact')}${when}.`]);
  }
  return { lines: lines.length === 0 ? [['Nothing logged yet.']] : lines, shown };
}

function touchLines(touch: Touch, { today, nameOf }: CardModel): Line[] {
  const who = nameOf(touch.repId) ?? 'Somebody';
  const reason = touch.noReason ? ` (${NO_REASON_LABELS[touch.noReason].toLowerCase()})` : '';
  const promise = touch.answeredPromise
    ? touch.promiseKept
      ? ', promise kept'
      : ', promise missed'
    : '';
  const lines: Line[] = [
    [`${sayDay(touch.touchedOn, today)}: ${sayTouch(touch)}${reason}${promise}. `, typed(who, 60)],
  ];
  const words = [touch.note, touch.points, touch.lesson].filter((text) => text !== null);
  for (const text of words)
    lines.push(['   ', typed(text.replace(/\s*\n\s*/g, ' / '), NOTE_SHOWN)]);
  return lines;
}
