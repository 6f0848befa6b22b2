import type { KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { LoggedTouch } from '../../domain/logged-touch.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import type { EditedPart, TouchEdit } from '../../domain/touch-edit.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayDay, sayNearDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { CHANNEL_LABELS, NO_REASON_LABELS, nextPieces, sayEnded, sayTouch } from './words.ts';

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
    title: plainText(model.logged.edit ? 'Changed' : 'Logged', 24),
    close: plainText('Done', 24),
    clear_on_close: true,
    blocks: buildTouchAnswer(model).blocks,
  };
}

/** What was undone, and what stands after it. */
export function buildUndoAnswer({
  touch,
  prospect,
  ...day
}: Pick<AnswerModel, 'today' | 'zone'> & { touch: Touch | null; prospect: Prospect }): Message {
  const { standing } = prospect;
  const lines: Line[] = [
    ['Undone: ', touch ? `${sayTouch(touch)}, ` : '', ...labelPieces(prospect), '.'],
    standing.next
      ? ['Stands as before: ', ...nextPieces(standing.next, day, { why: false }), '.']
      : [`Stands as before. ${sayEnded(standing, day.today)}`],
  ];
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
  const { touch, prospect, contacts, edit } = model.logged;
  const count = contacts > 0 ? `, contact ${contacts}` : '';
  const changes = edit ? changeLines(touch, edit, model.today) : [];
  const deed = edit ? (changes.length > 0 ? 'Changed' : 'Nothing changed') : 'Logged';
  const what = `${sayTouch(touch)}${reasonOf(edit && touch)}${dayOf(touch, model.today)}`;
  return [
    [bold(deed), `: ${what}. `, ...labelPieces(prospect), `${count}.`],
    ...changes,
    nextLine(model),
    ...promiseLines(model),
    ...movedLines(model),
    ...warningLines(model),
  ];
}

/** "It was: call, no answer." and "Note and points changed.", as far as there is something to say. */
function changeLines(touch: Touch, { was, parts }: TouchEdit, today: LocalDate): Line[] {
  const isFact =
    was.outcome !== touch.outcome ||
    was.channel !== touch.channel ||
    was.touchedOn !== touch.touchedOn ||
    was.noReason !== touch.noReason;
  const day = was.touchedOn === touch.touchedOn ? '' : ` on ${sayDay(was.touchedOn, today)}`;
  const words = parts.flatMap((part) => PART_WORDS[part] ?? []);
  return [
    ...(isFact ? [[`It was: ${sayTouch(was)}${reasonOf(was)}${day}.`]] : []),
    ...(words.length > 0 ? [[`${sentenceOf(words)} changed.`]] : []),
  ];
}

/** The reason is said beside the No it belongs to. */
const PART_WORDS: Partial<Record<EditedPart, string>> = {
  lesson: 'lesson',
  note: 'note',
  points: 'points',
};

function sentenceOf(words: string[]): string {
  const list = new Intl.ListFormat('en').format(words);
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}`;
}

function reasonOf(touch: Pick<Touch, 'noReason'> | undefined): string {
  return touch?.noReason ? ` (${NO_REASON_LABELS[touch.noReason].toLowerCase()})` : '';
}

function dayOf({ touchedOn }: Touch, today: LocalDate): string {
  return touchedOn === today ? '' : ` on ${sayDay(touchedOn, today)}`;
}

function nextLine({ logged, ...day }: AnswerModel): Line {
  const { standing } = logged.prospect;
  if (!standing.next) return [sayEnded(standing, day.today)];
  const stays = logged.edit?.isLatest === false;
  return [
    bold(stays ? 'Next stays' : 'Next'),
    ': ',
    ...nextPieces(standing.next, day, { why: !stays }),
    '.',
  ];
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
  const better = ` Better from ${sayDay(warning.betterFrom, today)}.`;
  if (warning.touchedOn === logged.touch.touchedOn) {
    const whose = who === 'You' ? ['your'] : [typed(who, 60), '’s'];
    const how = CHANNEL_LABELS[warning.channel].toLowerCase();
    return [['Counts as one contact with ', ...whose, ` ${how}, and does not score.${better}`]];
  }
  const when = sayNearDay(warning.touchedOn, today);
  return [[typed(who, 60), ` already reached out ${when}, so this does not score.${better}`]];
}

function answerButtons({
  logged,
  nextUp,
}: AnswerModel): Extract<KnownBlock, { type: 'actions' }>['elements'] {
  const label = labelOf(logged.prospect);
  const value = logged.touch.id;
  const undo = button(ACTIONS.undo, 'Undo', { value, says: `Undo the touch with ${label}` });
  return [
    button(ACTIONS.change, 'Change', { value, says: `Change the touch with ${label}` }),
    // A touch with something after it cannot be undone.
    ...(logged.edit?.isLatest === false ? [] : [undo]),
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
