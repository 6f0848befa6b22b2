import type { ModalView, StaticSelect } from '@slack/types';
import type { NamedWarning } from '../../domain/digest-model.ts';
import { LATE_CONTACT } from '../../domain/insights.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import type { Rate } from '../../domain/wilson.ts';
import type { Sentence, Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { context, option, plainText, section, sections } from './blocks.ts';
import { type CardActions, cardActions } from './card-actions.ts';
import { bold, composeFallback, type Line, lengthOfLine, type Piece, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces, mailPiece, stepLine, warningLine } from './prospect-line.ts';
import { isReader, sayName, sayNameInside } from './say-name.ts';
import { sayWhen } from './say-next.ts';

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

/** The card and the language its reader reads. */
type Screen = CardModel & { words: Words };

const TOUCHES_SHOWN = 10;
const NOTE_SHOWN = 200;
/** Of the timeline in all, so that a message stays far below what Slack refuses. */
const TIMELINE_LENGTH = 7000;

/** One prospect: where it stands, the next step and why, how to reach them, and what happened so far. */
export function buildProspectCard(model: CardModel, words: Words): Message {
  const { prospect, touches } = model;
  const screen = { ...model, words };
  const { lines, shown } = timeline(screen);
  const hidden = touches.length - shown;
  const changes = changeMenu(touches.slice(0, shown), screen);
  return {
    text: composeFallback(labelPieces(prospect)),
    blocks: [
      section(
        [bold(...labelPieces(prospect))],
        ...standingLines(screen),
        ...reachLines(prospect, words),
      ),
      ...sections([[bold(words.card.timeline)], ...lines]),
      ...(hidden > 0 ? [context([words.card.earlier(hidden)])] : []),
      ...cardActions(model, { words, changes }),
    ],
  };
}

/** The same in a modal. */
export function buildCardModal(model: CardModel, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.card.title, 24),
    close: plainText(words.labels.done, 24),
    blocks: buildProspectCard(model, words).blocks,
  };
}

/** One menu for all the touches that the reader may change. */
function changeMenu(shown: Touch[], { mayEdit, today, nameOf, words }: Screen): StaticSelect[] {
  const editable = shown.filter(mayEdit);
  if (editable.length === 0) return [];
  const labelFor = (touch: Touch) => {
    const name = nameOf(touch.repId);
    const by = isReader(name) ? null : sayName(name, words);
    const day = words.dates.day(touch.touchedOn, today);
    return words.card.touchToChange({ ...touch, day, by });
  };
  return [
    {
      type: 'static_select',
      action_id: ACTIONS.changeChosen,
      placeholder: plainText(words.card.changeATouch),
      options: editable.map((touch) => option(touch.id, labelFor(touch))),
    },
  ];
}

function standingLines(screen: Screen): Line[] {
  const { prospect, today, contacts, warning, lateYeses, words } = screen;
  const { status, revisitOn } = prospect.standing;
  const name = screen.nameOf(prospect.ownerId);
  const owner = name === null ? null : typed(sayNameInside(name, words), 60);
  const { card, dates } = words;
  return [
    card.standing({ ...prospect, status, contacts, owner }),
    ...stopLines(screen),
    ...nextLines(screen),
    ...(revisitOn ? [[card.lookAgain(dates.day(revisitOn, today))]] : []),
    ...(warning ? [warningLine(warning, { words, today })] : []),
    ...(lateYeses ? [[card.yesesComeLate({ ...lateYeses, from: LATE_CONTACT })]] : []),
  ];
}

function nextLines(screen: Screen): Line[] {
  const { prospect, held, words } = screen;
  const { next } = prospect.standing;
  if (!next) return [];
  const when = sayWhen(next, screen);
  if (held.length > 0) return heldLines(screen, words.card.dueAndHeld(when));
  const { promised, rule } = next;
  return [[words.card.next({ when, promised, rule }), ...stepLine(prospect, { next, words })]];
}

function stopLines({ stopSaid, lifted, may, today, nameOf, words }: Screen): Line[] {
  const { card, dates } = words;
  const lines: Line[] = [];
  if (stopSaid !== null) {
    lines.push(card.stopped(typed(stopSaid(words), 200), { manages: may.manage }));
  }
  if (lifted) {
    const by = sayNameInside(nameOf(lifted.repId) ?? words.labels.somebody, words);
    const reason = lifted.reason.replace(/\s*\n\s*/g, ' / ');
    const day = dates.day(lifted.on, today);
    lines.push(card.lifted({ day, by: typed(by, 60), reason: typed(reason, NOTE_SHOWN) }));
  }
  return lines;
}

function heldLines({ held, may, words }: Screen, head: string): Line[] {
  const { waitsForYou, waitsForManager } = words.card;
  return [
    ...held.map((row) => [head, typed(row.said(words), 250)]),
    [may.manage ? waitsForYou : waitsForManager],
  ];
}

function reachLines({ email, phone, stoppedChannels }: Prospect, words: Words): Line[] {
  const ways: Piece[] = [
    ...(email === null ? [] : [mailPiece(email)]),
    ...(email === null || phone === null ? [] : [', ']),
    ...(phone === null ? [] : [typed(phone, 100)]),
  ];
  return [
    ...(ways.length === 0 ? [] : [[words.card.reach, ...ways]]),
    ...(stoppedChannels.length === 0 ? [] : [[words.endings.notToUse(stoppedChannels)]]),
  ];
}

function timeline(screen: Screen): { lines: Line[]; shown: number } {
  const { prospect, touches, words, today } = screen;
  const lines: Line[] = [];
  let shown = 0;
  let length = 0;
  for (const touch of touches.slice(0, TOUCHES_SHOWN)) {
    const own = touchLines(touch, screen);
    length += own.reduce((sum, line) => sum + lengthOfLine(line), 0);
    if (length > TIMELINE_LENGTH) break;
    lines.push(...own);
    shown += 1;
  }
  const { importedContacts: contacts, importedLastContactOn: lastOn } = prospect;
  if (contacts > 0 || lastOn !== null) {
    const last = lastOn === null ? null : words.dates.day(lastOn, today);
    lines.push([words.card.imported({ contacts, last })]);
  }
  return { lines: lines.length === 0 ? [[words.card.nothingLogged]] : lines, shown };
}

function touchLines(touch: Touch, { today, nameOf, words }: Screen): Line[] {
  const line = words.card.touch({
    ...touch,
    day: words.dates.day(touch.touchedOn, today),
    promise: touch.answeredPromise ? (touch.promiseKept ? 'kept' : 'missed') : null,
    edited: touch.editedAt !== null,
    by: typed(sayName(nameOf(touch.repId), words), 60),
  });
  const said = [
    [words.card.note, touch.note],
    [words.digest.points, touch.points],
    [words.card.lesson, touch.lesson],
  ] as const;
  return [
    line,
    ...said.flatMap(([say, text]): Line[] =>
      text === null ? [] : [say(typed(text.replace(/\s*\n\s*/g, ' / '), NOTE_SHOWN))],
    ),
  ];
}
