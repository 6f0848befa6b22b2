import type { ModalView, StaticSelect } from '@slack/types';
import type { NamedWarning } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import type { Rate } from '../../domain/wilson.ts';
import { en } from '../../domain/words/en.ts';
import type { Sentence } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { context, option, plainText, section, sections } from './blocks.ts';
import { type CardActions, cardActions } from './card-actions.ts';
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
  sayClosedReason,
  sayRule,
  sayTouch,
  sayWhen,
} from './words.ts';

export type CardModel = CardActions & {
  /** Newest first. */
  touches: Touch[];
  contacts: number;
  today: LocalDate;
  zone: string;
  warning: NamedWarning | null;
  /** Once most of the team's Yeses came late: those that did, of all. */
  lateYeses: Rate | null;
  nameOf: (repId: string | null) => string | null;
  /** "They asked us to stop on 3 Jul (Ana)." */
  stopSaid: Sentence | null;
  /** That a stop was lifted, and why. */
  lifted: { on: LocalDate; repId: string | null; reason: string } | null;
  /** Whether the reader may change a touch. */
  mayEdit: (touch: Touch) => boolean;
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
      ...cardActions(model, changeMenu(touches.slice(0, shown), model)),
    ],
  };
}

/** One menu for all the touches that the reader may change. */
function changeMenu(shown: Touch[], { mayEdit, today, nameOf }: CardModel): StaticSelect[] {
  const editable = shown.filter(mayEdit);
  if (editable.length === 0) return [];
  const labelFor = (touch: Touch) => {
    const who = nameOf(touch.repId) ?? 'Somebody';
    const by = who === 'You' ? '' : `, ${who}`;
    return `${sayDay(touch.touchedOn, today)}: ${sayTouch(touch)}${by}`;
  };
  return [
    {
      type: 'static_select',
      action_id: ACTIONS.changeChosen,
      placeholder: plainText('Change a touch'),
      options: editable.map((touch) => option(touch.id, labelFor(touch))),
    },
  ];
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
    `${STATUS_LABELS[status]}${sayClosedReason(prospect)}`,
    contacts === 0 ? ', no contact yet' : `, contact ${contacts}`,
  ];
  if (owner !== null) facts.push(', owner ', typed(owner === 'You' ? 'you' : owner, 60));
  if (prospect.interest) facts.push(`, ${INTEREST_LABELS[prospect.interest].toLowerCase()}`);
  if (prospect.snoozes > 0) facts.push(`, snoozed ${plural(prospect.snoozes, 'time')}`);
  const lines: Line[] = [[...facts, '.'], ...stopLines(model)];
  if (next && model.held.length > 0) {
    lines.push(...heldLines(model, `Due ${sayWhen(next, { today, zone })}, held. `));
  } else if (next) {
    const promised = next.promised ? ', promised' : '';
    const why = next.promised ? '' : ` (${sayRule(next.rule)})`;
    lines.push([
      `Next ${sayWhen(next, { today, zone })}${promised}${why}: `,
      ...stepLine(prospect, { next, words: en }),
    ]);
  }
  if (revisitOn) lines.push([`Look again on ${sayDay(revisitOn, today)}.`]);
  if (warning) lines.push(warningLine(warning, { words: en, today }));
  if (model.lateYeses) lines.push([sayContactLesson(model.lateYeses, en)]);
  return lines;
}

function stopLines({ stopSaid, lifted, may, today, nameOf }: CardModel): Line[] {
  const lines: Line[] = [];
  if (stopSaid !== null) {
    const who = may.manage ? '' : ' A manager can lift that.';
    lines.push([typed(stopSaid(en), 200), ` Only “They got in touch” can be logged.${who}`]);
  }
  if (lifted) {
    const by = nameOf(lifted.repId) ?? 'Somebody';
    const words = lifted.reason.replace(/\s*\n\s*/g, ' / ');
    lines.push([
      `Stop lifted on ${sayDay(lifted.on, today)} (`,
      typed(by === 'You' ? 'you' : by, 60),
      '): ',
      typed(words, NOTE_SHOWN),
    ]);
  }
  return lines;
}

function heldLines({ held, may }: CardModel, head: string): Line[] {
  const decides = may.manage
    ? 'Is it the same person? Until you say so, nobody reaches out.'
    : 'A manager has to say whether it is the same person. Until then nobody reaches out.';
  return [...held.map((row) => [head, typed(row.said(en), 250)]), [decides]];
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
  const edited = touch.editedAt === null ? '' : ', edited';
  const lines: Line[] = [
    [
      `${sayDay(touch.touchedOn, today)}: ${sayTouch(touch)}${reason}${promise}${edited}. `,
      typed(who, 60),
    ],
  ];
  const words = [touch.note, touch.points, touch.lesson].filter((text) => text !== null);
  for (const text of words)
    lines.push(['   ', typed(text.replace(/\s*\n\s*/g, ' / '), NOTE_SHOWN)]);
  return lines;
}
