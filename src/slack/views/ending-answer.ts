import type { Button, ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Channel } from '../../domain/touch.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback, type Line } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { nextPieces } from './say-next.ts';
import { writeProspectValue } from './values.ts';

/** Where the answer's Undo stands: a message of its own, which an undo replaces. */
export const ENDING_BLOCK = 'ending_answer';

export type EndingAnswer = {
  prospect: Prospect;
  today: LocalDate;
  zone: string;
  done:
    | { kind: 'not_a_prospect' | 'reopened' }
    /** The channel that may be used again, or null for the whole stop; other entries lifted with it. */
    | { kind: 'lifted'; channel: Channel | null; others: number };
};

/** What became of a prospect, what comes next, and Undo where there is one. */
export function buildEndingAnswer(model: EndingAnswer, words: Words): Message {
  const title = titleLine(model, words);
  return {
    text: composeFallback(title),
    blocks: [
      section(title, ...afterLines(model, words)),
      { type: 'actions', block_id: ENDING_BLOCK, elements: buttonsOf(model, words) },
    ],
  };
}

/** The same in a modal. */
export function buildEndingModal(model: EndingAnswer, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.labels.done, 24),
    close: plainText(words.labels.close, 24),
    blocks: buildEndingAnswer(model, words).blocks,
  };
}

function titleLine({ prospect, done }: EndingAnswer, { endings }: Words): Line {
  const became = endings.became(done.kind, prospect.closedReason);
  return [bold(became), ': ', ...labelPieces(prospect), '.'];
}

function afterLines({ prospect, done, ...day }: EndingAnswer, words: Words): Line[] {
  const { endings } = words;
  const { next } = prospect.standing;
  if (done.kind === 'not_a_prospect') return [[endings.outOfAll]];
  const lines: Line[] = next
    ? [[bold(endings.next), ': ', ...nextPieces(next, { ...day, words, why: true }), '.']]
    : [];
  if (done.kind !== 'lifted') return lines;
  return [
    ...(done.channel ? [[endings.allowedAgain(done.channel)]] : []),
    ...lines,
    ...(done.others > 0 ? [[endings.liftedToo(done.others)]] : []),
  ];
}

function buttonsOf({ prospect, done }: EndingAnswer, { endings, labels }: Words): Button[] {
  const { id, version } = prospect;
  const label = labelOf(prospect);
  const log = button(ACTIONS.logNext, labels.logATouch, {
    value: id,
    says: labels.sayLogTouch(label),
  });
  if (done.kind === 'lifted') return [log];
  const undo = button(ACTIONS.undoChange, labels.undo, {
    value: writeProspectValue({ prospectId: id, version }),
    says: endings.sayUndo(label),
  });
  return done.kind === 'reopened' ? [undo, log] : [undo];
}
