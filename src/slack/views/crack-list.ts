import type { KnownBlock, ModalView } from '@slack/types';
import type { Cracked } from '../../domain/cracks.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { noteLines } from './crack-words.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { fitRows } from './prospect-list.ts';

const ROWS = 15;

export type OwnCracksModel = {
  sweepOn: LocalDate;
  announcedOn: LocalDate;
  isAnnounced: boolean;
  isOwnManager: boolean;
  rows: Cracked[];
  today: LocalDate;
};

/** What a manager sees of one rep, or asks about. */
type RepCracks = { rows: Cracked[]; today: LocalDate };

/** What the manager will see of one's own, with a line to add beside each. */
export function buildOwnCracks(model: OwnCracksModel, words: Words): Message {
  const { rows, today, sweepOn, isOwnManager } = model;
  const { cracks, dates } = words;
  const head = cracks.ownHead(rows.length, { day: dates.day(sweepOn, today), isOwnManager });
  const foot = rows.length === 0 ? cracks.noneOfYours : whatHelps(model, words);
  return {
    text: composeFallback([head]),
    blocks: [section([bold(head)]), ...ownRows(model, words), context([foot])],
  };
}

/** The same in a window. */
export function buildOwnCracksModal(model: OwnCracksModel, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.cracks.ownTitle, 24),
    close: plainText(words.labels.done, 24),
    blocks: buildOwnCracks(model, words).blocks,
  };
}

/** One rep's, to the manager alone. */
export function buildSeenCracks(model: RepCracks & { name: string }, words: Words): Message {
  const { name, rows } = model;
  const head: Line = words.cracks.ofRep(typed(name, 60), rows.length);
  const shown = fitRows(
    rows.slice(0, ROWS).map((row) => section(...rowLines(row, { ...model, words }))),
  );
  const none = rows.length === 0 ? [context([words.cracks.noneLeft])] : [];
  const blocks = [section([bold(...head)]), ...shown, ...none];
  return {
    text: composeFallback(head),
    blocks: [...blocks, ...moreOf(rows.length - shown.length, words)],
  };
}

/** The same in a window. */
export function buildSeenCracksModal(model: RepCracks & { name: string }, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.windows.titles.sweep, 24),
    close: plainText(words.cracks.back, 24),
    blocks: buildSeenCracks(model, words).blocks,
  };
}

/** A manager asks about them, once a day at most. */
export function buildNudge(model: RepCracks & { by: string }, words: Words): Message {
  const head: Line = words.cracks.asks(typed(model.by, 60), model.rows.length);
  return {
    text: composeFallback(head),
    blocks: [section([bold(...head)], [words.cracks.isEnough]), ...ownRows(model, words)],
  };
}

function whatHelps(
  { isAnnounced, announcedOn, today }: OwnCracksModel,
  { cracks, dates }: Words,
): string {
  if (isAnnounced) return cracks.whatHelps;
  return cracks.whatHelpsUntil(dates.day(announcedOn, today));
}

function ownRows({ rows, today }: RepCracks, words: Words): KnownBlock[] {
  const { addLine, changeLine, sayAddLine, sayChangeLine } = words.cracks;
  const shown = fitRows(
    rows.slice(0, ROWS).map((row) =>
      sectionWith(
        button(ACTIONS.openCrackNote, row.note === null ? addLine : changeLine, {
          value: row.prospectId,
          says: (row.note === null ? sayAddLine : sayChangeLine)(labelOf(row)),
        }),
        ...rowLines(row, { today, words }),
      ),
    ),
  );
  return [...shown, ...moreOf(rows.length - shown.length, words)];
}

function rowLines(row: Cracked, { today, words }: { today: LocalDate; words: Words }): Line[] {
  const crack = `. ${words.cracks.crack(row.crack, today)}.`;
  return [[bold(...labelPieces(row)), crack], ...noteLines(row, words)];
}

function moreOf(hidden: number, { cracks }: Words): KnownBlock[] {
  return hidden > 0 ? [context([cracks.more(hidden)])] : [];
}
