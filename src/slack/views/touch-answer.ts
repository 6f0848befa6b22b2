import type { KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { LoggedTouch } from '../../domain/logged-touch.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import type { TouchEdit } from '../../domain/touch-edit.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { noAnswerButton } from './no-answer-button.ts';
import { labelPieces } from './prospect-line.ts';
import { isReader, sayName } from './say-name.ts';
import { nextPieces } from './say-next.ts';

/** Whom to chase next; a call is one tap when nobody answers. */
type NextUp = { prospect: Prospect; isCall: boolean };

export type AnswerModel = {
  logged: LoggedTouch;
  today: LocalDate;
  zone: string;
  nameOf: (repId: string | null) => string | null;
  nextUp: NextUp | null;
};

/** Where the answer's buttons stand: a message of its own, which an undo replaces. */
export const ANSWER_BLOCK = 'touch_answer';

type Screen = AnswerModel & { words: Words };

/** The answer is the value: what was logged, what comes next and why, with Change, Undo and the next one. */
export function buildTouchAnswer(model: AnswerModel, words: Words): Message {
  const screen = { ...model, words };
  const lines = answerLines(screen);
  return {
    text: composeFallback(lines[0] ?? []),
    blocks: [
      section(...lines),
      { type: 'actions', block_id: ANSWER_BLOCK, elements: answerButtons(screen) },
    ],
  };
}

/** The same inside the modal, for touches logged from App Home or a global shortcut; its title stays. */
export function buildAnswerModal(model: AnswerModel, words: Words): ModalView {
  const { titles } = words.windows;
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(model.logged.edit ? titles.change : titles.log, 24),
    close: plainText(words.labels.done, 24),
    clear_on_close: true,
    blocks: buildTouchAnswer(model, words).blocks,
  };
}

type UndoneModel = Pick<AnswerModel, 'today' | 'zone'> & {
  touch: Touch | null;
  prospect: Prospect;
};

/** What was undone, and what stands after it. */
export function buildUndoAnswer({ touch, prospect, ...day }: UndoneModel, words: Words): Message {
  const { answers, labels, steps } = words;
  const { standing } = prospect;
  const lines: Line[] = [
    answers.undone(touch && labels.touch(touch), labelPieces(prospect)),
    standing.next
      ? answers.asBefore(nextPieces(standing.next, { ...day, words, why: false }))
      : [answers.endedAsBefore(steps.ended(standing, day.today))],
  ];
  return { text: composeFallback(lines[0] ?? []), blocks: [section(...lines)] };
}

/** The undo inside the modal the touch was answered in. */
export function buildUndoModal({ blocks }: Message, { labels }: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(labels.undo, 24),
    close: plainText(labels.done, 24),
    blocks,
  };
}

function answerLines(screen: Screen): Line[] {
  const { words, today } = screen;
  const { touch, prospect, contacts, edit } = screen.logged;
  const changes = edit ? changeLines(touch, edit, screen) : [];
  const kind = edit ? (changes.length > 0 ? 'changed' : 'same') : 'logged';
  const what = edit ? sayFacts(touch, words) : words.labels.touch(touch);
  const on = touch.touchedOn === today ? null : words.dates.day(touch.touchedOn, today);
  const whom = labelPieces(prospect);
  return [
    words.answers.logged({ kind, what, on, contacts }, { whom, bold }),
    ...changes,
    ...notToUseLines(screen),
    nextLine(screen),
    ...promiseLines(screen),
    ...movedLines(screen),
    ...warningLines(screen),
  ];
}

/** Who asked us to stop one way is still reached the others: the answer says which way is over. */
function notToUseLines({ logged: { touch, prospect }, words }: Screen): Line[] {
  const { stoppedChannels, standing } = prospect;
  if (touch.outcome !== 'stop' || standing.status === 'stopped') return [];
  return stoppedChannels.length > 0 ? [[words.endings.notToUse(stoppedChannels)]] : [];
}

/** "It was: call, no answer." and "Note and points changed.", as far as there is something to say. */
function changeLines(touch: Touch, { was, parts }: TouchEdit, { words, today }: Screen): Line[] {
  const isFact =
    was.outcome !== touch.outcome ||
    was.channel !== touch.channel ||
    was.touchedOn !== touch.touchedOn ||
    was.noReason !== touch.noReason;
  const on = was.touchedOn === touch.touchedOn ? null : words.dates.day(was.touchedOn, today);
  const changed = words.answers.partsChanged(parts);
  return [
    ...(isFact ? [[words.answers.was({ what: sayFacts(was, words), on })]] : []),
    ...(changed === null ? [] : [[changed]]),
  ];
}

/** "call, no (price)". */
function sayFacts(
  touch: Pick<Touch, 'channel' | 'outcome' | 'noReason'>,
  { labels }: Words,
): string {
  return `${labels.touch(touch)}${labels.closedReason(touch.noReason)}`;
}

function nextLine({ logged, words, ...day }: Screen): Line {
  const { standing } = logged.prospect;
  if (!standing.next) return [words.steps.ended(standing, day.today)];
  const stays = logged.edit?.isLatest === false;
  const next = nextPieces(standing.next, { ...day, words, why: !stays });
  return words.answers.next(next, { stays, bold });
}

function promiseLines({ logged, today, words: { answers, dates } }: Screen): Line[] {
  const { promise, touch, prospect } = logged;
  if (promise === 'kept') return [[answers.promiseKept]];
  if (promise === 'late' && touch.answeredOn !== null) {
    return [[answers.promiseLate(dates.day(touch.answeredOn, today))]];
  }
  const next = prospect.standing.next;
  if (promise === 'stays' && next) return [[answers.promiseStays(dates.day(next.on, today))]];
  return [];
}

function movedLines({ logged, today, words: { answers, dates } }: Screen): Line[] {
  const next = logged.prospect.standing.next;
  if (!next) return [];
  const to = dates.day(next.on, today);
  if (logged.promiseOnDayOff) return [[answers.promiseOnDayOff(to)]];
  if (logged.movedFrom === null) return [];
  return [[answers.moved({ from: dates.day(logged.movedFrom, today), to })]];
}

function warningLines({ logged, nameOf, today, words }: Screen): Line[] {
  const { warning } = logged;
  if (!warning) return [];
  const { answers, dates } = words;
  const name = nameOf(warning.repId);
  const isOwn = isReader(name);
  const by = typed(sayName(name, words), 60);
  if (warning.touchedOn !== logged.touch.touchedOn) {
    return [answers.tooSoon(by, { ...warning, isOwn }, today)];
  }
  const betterFrom = dates.day(warning.betterFrom, today);
  return [answers.oneContact(isOwn ? null : by, { channel: warning.channel, betterFrom })];
}

type Buttons = Extract<KnownBlock, { type: 'actions' }>['elements'];

function answerButtons({ logged, nextUp, words }: Screen): Buttons {
  const { answers, digest, labels } = words;
  const label = labelOf(logged.prospect);
  const value = logged.touch.id;
  const undo = button(ACTIONS.undo, labels.undo, { value, says: digest.sayUndoTouch(label) });
  return [
    button(ACTIONS.change, labels.change, { value, says: answers.sayChange(label) }),
    // A touch with something after it cannot be undone.
    ...(logged.edit?.isLatest === false ? [] : [undo]),
    ...(nextUp ? nextUpButtons(nextUp, words) : []),
  ];
}

function nextUpButtons({ prospect, isCall }: NextUp, words: Words) {
  const label = labelOf(prospect);
  const next = button(ACTIONS.logNext, words.answers.nextUp(label), {
    value: prospect.id,
    style: 'primary',
    says: words.answers.sayNextUp(label),
  });
  return isCall ? [next, noAnswerButton(prospect, words)] : [next];
}
