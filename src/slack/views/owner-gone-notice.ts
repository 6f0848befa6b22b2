import type { GoneOwner } from '../../domain/gone-owner.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, section } from './blocks.ts';
import { bold, composeFallback, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

/** Tells a manager that somebody left, and what nobody chases now. */
export function buildOwnerGoneNotice(
  { repId, name, owned }: GoneOwner,
  { handOver }: Words,
): Message {
  const { gone } = handOver;
  const head = gone.hasLeft(typed(name, 60));
  const left = `${handOver.owned(owned)}.`;
  return {
    text: composeFallback([...head, ` ${left}`]),
    blocks: [
      section([bold(...head), ` ${left}`], [gone.stayWithYou]),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.openHandOver, handOver.handOver, {
            value: repId,
            style: 'primary',
            says: handOver.sayHandOver(name),
          }),
          button(ACTIONS.openLeft, gone.see, { says: gone.saySee(name) }),
        ],
      },
    ],
  };
}
