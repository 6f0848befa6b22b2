import type { KnownBlock, ModalView } from '@slack/types';
import type { Cracked } from '../../domain/cracks.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf } from '../../domain/prospect.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { noteLines, sayCrack } from './crack-words.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { fitRows } from './prospect-list.ts';
import { plural } from './words.ts';

const ROWS = 15;

export type OwnCracksModel = {
  sweepOn: LocalDate;
  announcedOn: LocalDate;
  isAnnounced: boolean;
  isOwnManager: boolean;
  rows: Cracked[];
  today: LocalDate;
};

/** What the manager will see of one's own, with a line to add beside each. */
export function buildOwnCracks(model: OwnCracksModel): Message {
  const { rows, today, sweepOn, isOwnManager } = model;
  const day = sayDay(sweepOn, today);
  const who = isOwnManager ? `Your sweep of ${day}` : `What your manager sees on ${day}`;
  const head = [`${who}: ${plural(rows.length, 'prospect')}`];
  const foot = rows.length === 0 ? 'Nothing of yours goes there.' : whatHelps(model);
  return {
    text: composeFallback(head),
    blocks: [section([bold(...head)]), ...ownRows(rows, today), context([foot])],
  };
}

/** The same in a window. */
export function buildOwnCracksModal(model: OwnCracksModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Going to the manager', 24),
    close: plainText('Done', 24),
    blocks: buildOwnCracks(model).blocks,
  };
}

/** One rep's, to the manager alone. */
export function buildSeenCracks({
  name,
  rows,
  today,
}: {
  name: string;
  rows: Cracked[];
  today: LocalDate;
}): Message {
  const head: Line = [typed(name, 60), `: ${plural(rows.length, 'prospect')}`];
  const shown = fitRows(rows.slice(0, ROWS).map((row) => section(...rowLines(row, today))));
  const none = rows.length === 0 ? [context(['Nothing is left of it.'])] : [];
  return {
    text: composeFallback(head),
    blocks: [section([bold(...head)]), ...shown, ...none, ...moreOf(rows, shown)],
  };
}

/** A manager asks about them, once a day at most. */
export function buildNudge({
  by,
  rows,
  today,
}: {
  by: string;
  rows: Cracked[];
  today: LocalDate;
}): Message {
  const what = rows.length === 1 ? 'one prospect' : `${rows.length} prospects`;
  const head: Line = [typed(by, 60), ` asks about ${what} that could use a hand.`];
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], ['A touch, a new date or one line is enough.']),
      ...ownRows(rows, today),
    ],
  };
}

function whatHelps({ isAnnounced, announcedOn, today }: OwnCracksModel): string {
  const out = 'A touch takes one out; a line you add stands beside it.';
  if (isAnnounced) return out;
  return `${out} What is still here on ${sayDay(announcedOn, today)} goes there.`;
}

function ownRows(rows: readonly Cracked[], today: LocalDate): KnownBlock[] {
  const shown = fitRows(
    rows.slice(0, ROWS).map((row) =>
      sectionWith(
        button(ACTIONS.openCrackNote, row.note === null ? 'Add a line' : 'Change the line', {
          value: row.prospectId,
          says: `Add a line beside ${labelOf(row)}`,
        }),
        ...rowLines(row, today),
      ),
    ),
  );
  return [...shown, ...moreOf(rows, shown)];
}

function rowLines(row: Cracked, today: LocalDate): Line[] {
  const crack = `. ${sayCrack(row.crack, today)}.`;
  return [[bold(...labelPieces(row)), crack], ...noteLines(row)];
}

function moreOf(rows: readonly Cracked[], shown: readonly KnownBlock[]): KnownBlock[] {
  const hidden = rows.length - shown.length;
  return hidden > 0 ? [context([`And ${hidden} more.`])] : [];
}
