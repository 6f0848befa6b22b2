import type { HandOverScope, Owned } from '../../domain/owned.ts';
import { HAND_OVER_UNDO_HOURS, totalOf } from '../../domain/owned.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section } from './blocks.ts';
import { bold, composeFallback, type Line, type Piece, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { writeHandOverValue } from './hand-over-value.ts';
import { sayOwned } from './owned-words.ts';
import { plural } from './words.ts';

type People = { from: { id: string; name: string }; to: { id: string; name: string } };

export type HandOverPreview = People & { scope: HandOverScope; owned: Owned };

/** What a hand-over would give, before anything changes. */
export function buildHandOverPreview({ from, to, scope, owned }: HandOverPreview): Message {
  const head = ['Hand over ', name(from.name), ' to ', name(to.name)];
  const total = totalOf(owned);
  if (total === 0) {
    const what = scope === 'due' ? 'nothing due' : 'nothing open';
    const line = [name(from.name), ` has ${what}: there is nothing to hand over.`];
    return { text: composeFallback(line), blocks: [section(line)] };
  }
  const which = scope === 'due' ? 'Due by today: ' : '';
  const value = writeHandOverValue({ scope, fromRepId: from.id, toRepId: to.id });
  return {
    text: composeFallback(head),
    blocks: [
      section(
        [bold(...head)],
        [`${which}${sayOwned(owned)}.`],
        ['Dates and promises stay. ', name(to.name), ' gets one message about them.'],
      ),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.confirmHandOver, `Hand over ${total}`, { value, style: 'primary' }),
        ],
      },
    ],
  };
}

export type HandOverDone = { from: string; to: string; batchId: string; count: number };

/** What was handed over, with its undo: it stands in the direct message, where it can be found again. */
export function buildHandOverDone(done: HandOverDone): Message {
  const line = doneLine(done);
  return {
    text: composeFallback(line),
    blocks: [
      section(line),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.undoHandOver, 'Undo', {
            value: done.batchId,
            says: `Take back what ${done.to} was given`,
          }),
        ],
      },
      context([`Undo works for ${HAND_OVER_UNDO_HOURS} hours.`]),
    ],
  };
}

/** The same where it was asked for. */
export function buildHandOverAnswer(done: HandOverDone): Message {
  const line = doneLine(done);
  const undo = `Undo stands in our direct message, for ${HAND_OVER_UNDO_HOURS} hours.`;
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
export function buildHandOverUndone({ from, to, restored, stayed }: HandOverUndone): Message {
  const head: Line = [
    `Undone: ${plural(restored, 'prospect')} ${restored === 1 ? 'is' : 'are'} with `,
    name(from),
    ' again.',
  ];
  const count = stayed.reduce((sum, one) => sum + one.count, 0);
  const who = stayed
    .slice(0, STAYED_SHOWN)
    .flatMap((one, at): Piece[] => [
      at === 0 ? '' : ', ',
      name(one.name ?? 'Somebody'),
      ` changed ${one.count} since`,
    ]);
  const lines = [
    head,
    ...(count > 0 ? [[`${count} stay with `, name(to), ': ', ...who, '.']] : []),
  ];
  return { text: composeFallback(head), blocks: [section(...lines)] };
}

function doneLine({ from, to, count }: HandOverDone): Line {
  const has = count === 1 ? 'has 1 prospect' : `has ${count} prospects`;
  return ['Handed over: ', name(to), ` ${has} of `, name(from), ' now.'];
}

function name(text: string): Piece {
  return typed(text, 60);
}
