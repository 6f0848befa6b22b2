import type { HandOverScope, Owned } from '../../domain/owned.ts';
import { HAND_OVER_UNDO_HOURS, totalOf } from '../../domain/owned.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section } from './blocks.ts';
import { bold, composeFallback, type Line, type Piece, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { writeHandOverValue } from './hand-over-value.ts';

type People = { from: { id: string; name: string }; to: { id: string; name: string } };

export type HandOverPreview = People & { scope: HandOverScope; owned: Owned };

/** What a hand-over would give, before anything changes. */
export function buildHandOverPreview(
  { from, to, scope, owned }: HandOverPreview,
  { handOver: { preview } }: Words,
): Message {
  const head = preview.head({ from: name(from.name), to: name(to.name) });
  const total = totalOf(owned);
  if (total === 0) {
    const line = preview.nothing(name(from.name), scope);
    return { text: composeFallback(line), blocks: [section(line)] };
  }
  const value = writeHandOverValue({ scope, fromRepId: from.id, toRepId: to.id });
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], [preview.what({ scope, owned })], preview.getsBrief(name(to.name))),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.confirmHandOver, preview.confirm(total), { value, style: 'primary' }),
        ],
      },
    ],
  };
}

export type HandOverDone = { from: string; to: string; batchId: string; count: number };

/** What was handed over, with its undo: it stands in the direct message, where it can be found again. */
export function buildHandOverDone(done: HandOverDone, words: Words): Message {
  const { handOver, labels } = words;
  const line = doneLine(done, words);
  const undo = { value: done.batchId, says: handOver.sayTakeBack(done.to) };
  return {
    text: composeFallback(line),
    blocks: [
      section(line),
      { type: 'actions', elements: [button(ACTIONS.undoHandOver, labels.undo, undo)] },
      context([handOver.undoFor(HAND_OVER_UNDO_HOURS)]),
    ],
  };
}

/** The same where it was asked for. */
export function buildHandOverAnswer(done: HandOverDone, words: Words): Message {
  const line = doneLine(done, words);
  const undo = words.handOver.undoInMessage(HAND_OVER_UNDO_HOURS);
  return { text: composeFallback(line), blocks: [section(line, [undo])] };
}

export type HandOverUndone = {
  from: string;
  to: string;
  restored: number;
  stayed: { name: string | null; count: number }[];
};

const STAYED_SHOWN = 10;

/** What came back, and what stayed and why. */
export function buildHandOverUndone(
  { from, to, restored, stayed }: HandOverUndone,
  { handOver }: Words,
): Message {
  const head: Line = handOver.undone(name(from), restored);
  const count = stayed.reduce((sum, one) => sum + one.count, 0);
  const by = stayed
    .slice(0, STAYED_SHOWN)
    .map((one) => ({ ...one, name: one.name === null ? null : name(one.name) }));
  const lines = [head, ...(count > 0 ? [handOver.stayed(name(to), { count, by })] : [])];
  return { text: composeFallback(head), blocks: [section(...lines)] };
}

function doneLine({ from, to, count }: HandOverDone, { handOver }: Words): Line {
  return handOver.done({ from: name(from), to: name(to), count });
}

function name(text: string): Piece {
  return typed(text, 60);
}
