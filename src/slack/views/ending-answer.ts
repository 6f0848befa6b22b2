import type { Button, ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Channel } from '../../domain/touch.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback, type Line } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { writeProspectValue } from './values.ts';
import { CHANNEL_LABELS, nextPieces, plural, sayClosedReason } from './words.ts';

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
export function buildEndingAnswer(model: EndingAnswer): Message {
  const lines = [titleLine(model), ...afterLines(model)];
  return {
    text: composeFallback(lines[0] ?? []),
    blocks: [
      section(...lines),
      { type: 'actions', block_id: ENDING_BLOCK, elements: buttonsOf(model) },
    ],
  };
}

/** The same in a modal. */
export function buildEndingModal(model: EndingAnswer): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Done', 24),
    close: plainText('Close', 24),
    blocks: buildEndingAnswer(model).blocks,
  };
}

function titleLine({ prospect, done }: EndingAnswer): Line {
  const what = {
    not_a_prospect: `Not a prospect${sayClosedReason(prospect)}`,
    reopened: 'Re-opened',
    lifted: 'Stop lifted',
  }[done.kind];
  return [bold(what), ': ', ...labelPieces(prospect), '.'];
}

function afterLines({ prospect, done, ...day }: EndingAnswer): Line[] {
  const { next } = prospect.standing;
  if (done.kind === 'not_a_prospect') return [['Out of every list, insight and score.']];
  const lines: Line[] = next
    ? [[bold('Next'), ': ', ...nextPieces(next, day, { why: true }), '.']]
    : [];
  if (done.kind !== 'lifted') return lines;
  if (done.channel) lines.unshift([`${CHANNEL_LABELS[done.channel]} is allowed again.`]);
  if (done.others > 0) {
    lines.push([
      `Lifted with it: ${plural(done.others, 'other entry', 'other entries')} of theirs.`,
    ]);
  }
  return lines;
}

function buttonsOf({ prospect, done }: EndingAnswer): Button[] {
  const { id, version } = prospect;
  const log = button(ACTIONS.logNext, 'Log a touch', {
    value: id,
    says: `Log a touch with ${labelOf(prospect)}`,
  });
  if (done.kind === 'lifted') return [log];
  const undo = button(ACTIONS.undoChange, 'Undo', {
    value: writeProspectValue({ prospectId: id, version }),
    says: `Undo it for ${labelOf(prospect)}`,
  });
  return done.kind === 'reopened' ? [undo, log] : [undo];
}
