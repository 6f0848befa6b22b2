import type { GoneOwner } from '../../domain/gone-owner.ts';
import { ACTIONS } from '../ids.ts';
import { button, section } from './blocks.ts';
import { bold, composeFallback, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { sayOwned } from './owned-words.ts';

/** Tells a manager that somebody left, and what nobody chases now. */
export function buildOwnerGoneNotice({ repId, name, owned }: GoneOwner): Message {
  const head = [typed(name, 60), ' has left.'];
  const left = `${sayOwned(owned)}.`;
  return {
    text: composeFallback([...head, ` ${left}`]),
    blocks: [
      section([bold(...head), ` ${left}`], ['They stay on your list until somebody has them.']),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.openHandOver, 'Hand over', {
            value: repId,
            style: 'primary',
            says: `Hand over the prospects of ${name}`,
          }),
          button(ACTIONS.openLeft, 'See them'),
        ],
      },
    ],
  };
}
