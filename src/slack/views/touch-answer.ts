import type { KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { LoggedTouch } from '../../domain/logged-touch.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayDay, sayNearDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { nextPieces, sayEnded, sayTouch } from './words.ts';

export type AnswerModel = {
  logged: LoggedTouch;
  today: LocalDate;
  zone: string;
  nameOf: (repId: string | null) => string | null;
  /** Whom to chase next, offered as a button. */
  nextUp: { prospectId: string; label: string } | null;
};

/** Where the answer's buttons stand: a message of its own, which an undo replaces. */
export const ANSWER_BLOCK = 'touch_answer';

/** The answer is the value: what was logged, what comes next and why, with Change, Undo and the next one. */
export function buildTouchAnswer(model: AnswerModel): Message {
  const lines = answerLines(model);
  return {
    text: composeFallback(lines[0] ?? []),
    blocks: [
      section(...lines),
      { type: 'actions', block_id: ANSWER_BLOCK, elements: answerButtons(model) },
    ],
  };
}

/** The same inside the modal, for touches logged from App Home or a global shortcut. */
export function buildAnswerModal(model: AnswerModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Logged', 24),
    close: plainText('Done', 24),
    clear_on_close: true,
    blocks: buildTouchAnswer(model).blocks,
  };
}

/** What stands after an undo. */
export function buildUndoAnswer({
  prospect,
  ...day
}: Pick<AnswerModel, 'today' | 'zone'> & { prospect: Prospect }): Message {
  const { next } = prospect.standing;
  const lines: Line[] = [['Undone: ', ...labelPieces(prospect), '.']];
  if (next) lines.push(['Next: ', ...nextPieces(next, day, { why: false }), ', as before.']);
  return { text: composeFallback(lines[0] ?? []), blocks: [section(...lines)] };
}

/** The undo inside the modal the touch was answered in. */
export function buildUndoModal({ blocks }: Message): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Undone', 24),
    close: plainText('Done', 24),
    blocks,
  };
}

function answerLines(model: AnswerModel): Line[] {
  const { touch, prospect, contacts } = model.logged;
  const count = contacts > 0 ? `, contact ${contacts}` : '';
  const day = touch.touchedOn === model.today ? '' : ` on ${sayDay(touch.touchedOn, model.today)}`;
  return [
    [bold('Logged'), `: ${sayTouch(touch)}${day}. `, ...labelPieces(prospect), `${count}.`],
    nextLine(model),
    ...promiseLines(model),
    ...movedLines(model),
    ...warningLines(model),
  ];
}

function nextLine({ logged, ...day }: AnswerModel): Line {
  const { standing } = logged.prospect;
  if (!standing.next) return [sayEnded(standing, day.today)];
  return [bold('Next'), ': ', ...nextPieces(standing.next, day, { why: true }), '.'];
}

function promiseLines({ logged, today }: AnswerModel): Line[] {
  const { promise, touch, prospect } = logged;
  if (promise === 'kept') return [['Promise kept.']];
  if (promise === 'late' && touch.answeredOn !== null) {
    return [[`The promise was for ${sayDay(touch.answeredOn, today)}: it counts as missed.`]];
  }
  const next = prospect.standing.next;
  if (promise === 'stays' && next) {
    return [[`The promise for ${sayDay(next.on, today)} stays. Give a new date to change it.`]];
  }
  return [];
}

function movedLines({ logged, today }: AnswerModel): Line[] {
  const next = logged.prospect.standing.next;
  if (next && logged.promiseOnDayOff) {
    return [[`${sayDay(next.on, today)} is a day off. The promise stays on it.`]];
  }
  if (logged.movedFrom === null || next === null) return [];
  const from = sayDay(logged.movedFrom, today);
  return [[`${from} is a day off: moved to ${sayDay(next.on, today)}.`]];
}

function warningLines({ logged, today, nameOf }: AnswerModel): Line[] {
  const { warning } = logged;
  if (!warning) return [];
  const who = nameOf(warning.repId) ?? 'Somebody';
  const when = sayNearDay(warning.touchedOn, today);
  return [
    [
      typed(who, 60),
      ` already reached out ${when}, so this does not score. Better from ${sayDay(warning.betterFrom, today)}.`,
    ],
  ];
}

function answerButtons({
  logged,
  nextUp,
}: AnswerModel): Extract<KnownBlock, { type: 'actions' }>['elements'] {
  const label = labelOf(logged.prospect);
  const value = logged.touch.id;
  return [
    button(ACTIONS.change, 'Change', { value, says: `Change the touch with ${label}` }),
    button(ACTIONS.undo, 'Undo', { value, says: `Undo the touch with ${label}` }),
    ...(nextUp
      ? [
          button(ACTIONS.logNext, `Next: ${nextUp.label}`, {
            value: nextUp.prospectId,
            style: 'primary' as const,
          }),
        ]
      : []),
  ];
}
