import type { KnownBlock, ModalView } from '@slack/types';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Verdict } from '../../domain/same-person.ts';
import type { Sentence, Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, textLength } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { writeHeldValue } from './values.ts';

export const HELD_PAGE = 15;
const SAID_LENGTH = 200;
/** Of the rows in all, far below what Slack refuses for a whole message. */
const ROWS_LENGTH = 9000;

/** Where the buttons stand, so that a verdict redraws the card or the list. */
export const HELD_PLACES = { card: 'held_card', list: 'held_list' } as const;

export type HeldRowModel = { prospect: Prospect; stopped: Prospect; said: Sentence };

export type HeldModel = {
  rows: HeldRowModel[];
  total: number;
  /** What was decided just now. */
  decided: { prospect: Prospect; verdict: Verdict } | null;
};

/** Who shares a phone with somebody who asked us to stop, each with the two answers. */
export function buildHeldMessage({ rows, total, decided }: HeldModel, words: Words): Message {
  const { held } = words.endings;
  const title = held.head(total);
  const shown = fitRows(rows, words);
  const hidden = total - shown.length;
  return {
    text: composeFallback([title]),
    blocks: [
      ...(decided ? [section(sayVerdict(decided, words))] : []),
      section([bold(title)], ...(total === 0 ? [[held.nobody]] : [])),
      ...shown.flatMap((row) => [
        rowSection(row, words),
        heldButtons(row, { words, place: 'list' }),
      ]),
      ...(hidden > 0 ? [context([held.more(hidden)])] : []),
    ],
  };
}

function rowSection({ prospect, said }: HeldRowModel, words: Words): KnownBlock {
  return section([bold(...labelPieces(prospect))], [typed(said(words), SAID_LENGTH)]);
}

function fitRows(rows: HeldRowModel[], words: Words): HeldRowModel[] {
  let length = 0;
  return rows.filter((row) => {
    length += textLength(rowSection(row, words));
    return length <= ROWS_LENGTH;
  });
}

/** The same in a modal. */
export function buildHeldModal(model: HeldModel, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.endings.held.title, 24),
    close: plainText(words.labels.done, 24),
    blocks: buildHeldMessage(model, words).blocks,
  };
}

/** The two answers. */
export function heldButtons(
  { prospect, stopped }: HeldRowModel,
  { words, place }: { words: Words; place: keyof typeof HELD_PLACES },
): KnownBlock {
  const { held } = words.endings;
  const value = writeHeldValue({ prospectId: prospect.id, stoppedProspectId: stopped.id });
  const label = labelOf(prospect);
  return {
    type: 'actions',
    block_id: `${HELD_PLACES[place]}.${value}`,
    elements: [
      button(ACTIONS.heldSame, held.same, {
        ...{ value, style: 'danger' },
        says: held.saySame(label),
      }),
      button(ACTIONS.heldOther, held.other, {
        value,
        says: held.sayOther(label),
      }),
    ],
  };
}

function sayVerdict(
  { prospect, verdict }: NonNullable<HeldModel['decided']>,
  { endings }: Words,
): Line {
  return [bold(...labelPieces(prospect)), endings.held.decided(verdict)];
}
