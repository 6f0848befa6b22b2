import { ACTIONS } from '../ids.ts';
import { button, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import type { Message } from './digest-message.ts';

/** Tells a manager, once, that the team post has nowhere to go. */
export function buildSetupNotice(): Message {
  const head = 'The team post has no channel yet';
  return {
    text: composeFallback([head]),
    blocks: [
      section(
        [bold(`${head}.`)],
        [
          'Each rep gets a digest already. Choose a channel and the team sees every working day what was done and what is slipping.',
        ],
      ),
      {
        type: 'actions',
        elements: [button(ACTIONS.openSettings, 'Choose a channel', { style: 'primary' })],
      },
    ],
  };
}
