import type { KnownBlock, ModalView } from '@slack/types';
import { daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { PAGE_ROWS } from '../../domain/paging.ts';
import { labelOf, type NextStep, type Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { localTimeOf } from '../../domain/zone.ts';
import { ACTIONS, LIST_BUTTONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, sectionWith, textLength } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { type ListChoice, writeListValue } from './list-value.ts';
import { pageButtons, sayShown } from './page-buttons.ts';
import { labelPieces, stepLine } from './prospect-line.ts';
import { sayWhen } from './say-next.ts';

/** Of the rows in all, far below what Slack refuses for a whole message. */
const ROWS_LENGTH = 9000;

export type ListModel = {
  title: Line;
  /** Asked in the place of the title, where several fit. */
  question?: Line;
  rows: Prospect[];
  /** The row the page begins with, from 0, and how many there are in all. */
  from: number;
  total: number;
  /** What the buttons to the other pages turn; null for a list without pages. */
  scope: ListChoice['scope'] | null;
  /** Those of the rows that wait for a manager. */
  heldIds: ReadonlySet<string>;
  today: LocalDate;
  zone: string;
  /** What to say when there are none. */
  empty: string;
  /** Whose each is, when they are not one person's. */
  nameOf?: (ownerId: string | null) => string | null;
};

/** A page of a list of prospects with their next steps, each with a button to log. */
export function buildListMessage(model: ListModel, words: Words): Message {
  const { list } = words.card;
  const title = model.question ?? [...model.title, list.count(model.total)];
  if (model.rows.length === 0) {
    return { text: composeFallback(title), blocks: [section([bold(...title)], [model.empty])] };
  }
  const rows = fitRows(buildListRows(model, words));
  return {
    text: composeFallback(title),
    blocks: [section([bold(...title)]), ...rows, ...footOf(model, { count: rows.length, words })],
  };
}

function footOf(
  { from, total, scope }: ListModel,
  { count, words }: { count: number; words: Words },
): KnownBlock[] {
  const shown = { from, count, total };
  const said = sayShown(shown, words);
  if (said === null) return [];
  const search = context([words.card.list.toSearch(said)]);
  if (scope === null) return [search];
  const writePage = (first: number) => writeListValue({ scope, from: first });
  const turns = { size: PAGE_ROWS, ids: LIST_BUTTONS.pages, writePage, words };
  return [search, ...pageButtons(shown, turns)];
}

/** "Your follow-ups, overdue", "Ben Haas’s follow-ups", "Left behind". */
export function listTitle(
  { scope, ofRep }: { scope: ListChoice['scope']; ofRep: string | null },
  { card }: Words,
): Line {
  const { your, leftBehind, ofRep: of } = card.list;
  if (scope === 'left') return [leftBehind];
  if (ofRep !== null) return of(typed(ofRep, 60));
  return [your[typeof scope === 'string' ? scope : 'open']];
}

/** What an empty list says. */
export function sayEmptyList(scope: ListChoice['scope'], { card }: Words): string {
  const { nothingLeftBehind, nothingOpen, nothingDue } = card.list;
  if (scope === 'left') return nothingLeftBehind;
  return scope === 'open' ? nothingOpen : nothingDue;
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
export function buildListModal(model: ListModel, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.card.list.title, 24),
    close: plainText(words.labels.done, 24),
    blocks: buildListMessage(model, words).blocks,
  };
}

type RowsModel = Pick<ListModel, 'rows' | 'heldIds' | 'today' | 'zone' | 'nameOf'> & {
  /** They stand below the name of their day. */
  underDay?: boolean;
  /** They are read on later days too, so that each day is called by its date. */
  isKept?: boolean;
};

/** The rows alone, for App Home. */
export function buildListRows(model: RowsModel, words: Words): KnownBlock[] {
  return model.rows.slice(0, PAGE_ROWS).map((prospect) => listRow(prospect, { ...model, words }));
}

function listRow(prospect: Prospect, model: RowsModel & { words: Words }): KnownBlock {
  const { heldIds, nameOf, words } = model;
  const { list } = words.card;
  const { next } = prospect.standing;
  const name = nameOf?.(prospect.ownerId) ?? null;
  const about = list.row({
    when: next && dayOf(next, model),
    promised: next?.promised ?? false,
    owner: name === null ? null : typed(name, 60),
  });
  const lines: Line[] = [[bold(...labelPieces(prospect)), ...about]];
  if (next) {
    const isHeld = heldIds.has(prospect.id);
    lines.push(isHeld ? [words.digest.held] : stepLine(prospect, { next, words }));
  }
  const says = words.labels.sayLogTouch(labelOf(prospect));
  return sectionWith(button(ACTIONS.logNext, list.log, { value: prospect.id, says }), ...lines);
}

/** Below the name of its day only the time; read on later days too, its date; else as a digest says it. */
function dayOf(next: NextStep, model: RowsModel & { words: Words }): string | null {
  if (model.underDay) return next.at === null ? null : localTimeOf(next.at, model.zone);
  return model.isKept ? sayWhen(next, model) : sayDue(next, model);
}

/** "1 day late", "Today, 10:00", else the day. */
function sayDue(next: NextStep, { today, zone, words }: RowsModel & { words: Words }): string {
  if (next.on < today) return words.digest.late(daysBetween(next.on, today));
  if (next.on > today) return sayWhen(next, { today, zone, words });
  return words.card.list.today(next.at === null ? null : localTimeOf(next.at, zone));
}
