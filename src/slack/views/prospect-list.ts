import type { KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { en } from '../../domain/words/en.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, sectionWith, textLength } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces, stepLine } from './prospect-line.ts';
import { plural, sayWhen } from './words.ts';

export const LIST_PAGE = 15;
/** Of the rows in all, far below what Slack refuses for a whole message. */
const ROWS_LENGTH = 9000;

export type ListModel = {
  title: Line;
  rows: Prospect[];
  /** How many there are in all; the rows may be the first of them. */
  total: number;
  /** Those of the rows that wait for a manager. */
  heldIds: ReadonlySet<string>;
  today: LocalDate;
  zone: string;
  /** What to say when there are none. */
  empty: string;
  /** Whose each is, when they are not one person's. */
  nameOf?: (ownerId: string | null) => string | null;
};

/** A list of prospects with their next steps, each with a button to log. */
export function buildListMessage(model: ListModel): Message {
  const title = [...model.title, `: ${plural(model.total, 'prospect')}`];
  if (model.rows.length === 0) {
    return { text: composeFallback(title), blocks: [section([bold(...title)], [model.empty])] };
  }
  const rows = fitRows(buildListRows(model));
  const hidden = model.total - rows.length;
  return {
    text: composeFallback(title),
    blocks: [
      section([bold(...title)]),
      ...rows,
      ...(hidden > 0
        ? [context([`And ${hidden} more. Search with /followup show NAME, or log these first.`])]
        : []),
    ],
  };
}

/** As many rows as a message takes. */
export function fitRows(rows: KnownBlock[]): KnownBlock[] {
  let length = 0;
  return rows.filter((row) => {
    length += textLength(row);
    return length <= ROWS_LENGTH;
  });
}

/** The same in a modal. */
export function buildListModal(model: ListModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Follow-ups', 24),
    close: plainText('Done', 24),
    blocks: buildListMessage(model).blocks,
  };
}

/** The rows alone, for App Home. */
export function buildListRows(
  model: Pick<ListModel, 'rows' | 'heldIds' | 'today' | 'zone' | 'nameOf'>,
): KnownBlock[] {
  return model.rows.slice(0, LIST_PAGE).map((prospect) => listRow(prospect, model));
}

function listRow(
  prospect: Prospect,
  { heldIds, today, zone, nameOf }: Pick<ListModel, 'heldIds' | 'today' | 'zone' | 'nameOf'>,
): KnownBlock {
  const next = prospect.standing.next;
  const when = next
    ? `. ${sayWhen(next, { today, zone })}${next.promised ? ', promised' : ''}`
    : '';
  const owner = nameOf?.(prospect.ownerId) ?? null;
  const whose = owner === null ? [] : [', of ', typed(owner, 60)];
  const lines: Line[] = [[bold(...labelPieces(prospect)), when, ...whose]];
  if (next)
    lines.push(
      heldIds.has(prospect.id) ? [en.digest.held] : stepLine(prospect, { next, words: en }),
    );
  const log = button(ACTIONS.logNext, 'Log', {
    value: prospect.id,
    says: `Log a touch with ${labelOf(prospect)}`,
  });
  return sectionWith(log, ...lines);
}
