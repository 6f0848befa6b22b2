import type { KnownBlock, ModalView } from '@slack/types';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Verdict } from '../../domain/same-person.ts';
import { en } from '../../domain/words/en.ts';
import type { Sentence } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, textLength } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { writeHeldValue } from './values.ts';
import { plural } from './words.ts';

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
export function buildHeldMessage({ rows, total, decided }: HeldModel): Message {
  const title = `Held for a manager: ${plural(total, 'prospect')}`;
  const shown = fitRows(rows);
  const hidden = total - shown.length;
  return {
    text: composeFallback([title]),
    blocks: [
      ...(decided ? [section(sayVerdict(decided))] : []),
      section([bold(title)], ...(total === 0 ? [['Nobody waits for your word.']] : [])),
      ...shown.flatMap((row) => [rowSection(row), heldButtons(row, 'list')]),
      ...(hidden > 0 ? [context([`And ${hidden} more after these.`])] : []),
    ],
  };
}

function rowSection({ prospect, said }: HeldRowModel): KnownBlock {
  return section([bold(...labelPieces(prospect))], [typed(said(en), SAID_LENGTH)]);
}

function fitRows(rows: HeldRowModel[]): HeldRowModel[] {
  let length = 0;
  return rows.filter((row) => {
    length += textLength(rowSection(row));
    return length <= ROWS_LENGTH;
  });
}

/** The same in a modal. */
export function buildHeldModal(model: HeldModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Held for you', 24),
    close: plainText('Done', 24),
    blocks: buildHeldMessage(model).blocks,
  };
}

/** The two answers. */
export function heldButtons(
  { prospect, stopped }: HeldRowModel,
  place: keyof typeof HELD_PLACES,
): KnownBlock {
  const value = writeHeldValue({ prospectId: prospect.id, stoppedProspectId: stopped.id });
  const label = labelOf(prospect);
  return {
    type: 'actions',
    block_id: `${HELD_PLACES[place]}.${value}`,
    elements: [
      button(ACTIONS.heldSame, 'Same person: stop', {
        ...{ value, style: 'danger' },
        says: `The same person: stop ${label}`,
      }),
      button(ACTIONS.heldOther, 'Somebody else: carry on', {
        value,
        says: `Somebody else: carry on with ${label}`,
      }),
    ],
  };
}

function sayVerdict({ prospect, verdict }: NonNullable<HeldModel['decided']>): Line {
  const said =
    verdict === 'same'
      ? ': the same person. Stopped, out of every list.'
      : ': somebody else. Carry on; nobody is asked about these two again.';
  return [bold(...labelPieces(prospect)), said];
}
