import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import type { Message } from './digest-message.ts';

/** Tells a manager, once, that the team post has nowhere to go. */
export function buildSetupNotice({ status }: Words): Message {
  const choose = button(ACTIONS.openSettings, status.chooseChannel, { style: 'primary' });
  return {
    text: composeFallback([status.noChannel]),
    blocks: [
      section([bold(`${status.noChannel}.`)], [status.whyChannel]),
      { type: 'actions', elements: [choose] },
    ],
  };
}
