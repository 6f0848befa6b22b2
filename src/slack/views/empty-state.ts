import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import type { Message } from './digest-message.ts';

/** For somebody who has nobody to chase yet: one line is enough to begin. */
export function buildEmptyState(): SectionBlock {
  return section(
    [bold('No prospects yet.'), ' Write me one line:'],
    ['“Dana Reyes at Acme: called, no answer”'],
    ['I propose the next step and remind you that day.'],
  );
}

/** The same as a message, with the two ways to begin. */
export function buildEmptyMessage(): Message {
  const actions: ActionsBlock = {
    type: 'actions',
    elements: [
      button(ACTIONS.openLog, 'Log a touch', { style: 'primary' }),
      button(ACTIONS.openImport, 'Import a list'),
    ],
  };
  return { text: composeFallback(['No prospects yet']), blocks: [buildEmptyState(), actions] };
}

/** How a list comes in: by a command, where the bot runs. */
export function buildImportHelp(): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Import a list', 24),
    close: plainText('Close', 24),
    blocks: [
      section(
        ['Whoever runs the bot imports a CSV file, where the bot runs:'],
        ['`npm run import -- --file prospects.csv --dry-run`'],
      ),
      section(
        [
          'This reports what would happen and writes nothing: how many are new, known, stopped or invalid, with line numbers.',
        ],
        [
          'Without `--dry-run` it is done. In the Docker image write `node dist/import.js` for `npm run import --`.',
        ],
      ),
      section(
        ['Exports of HubSpot, Pipedrive, Salesforce, Zoho and Close are recognised.'],
        ['Each row goes to its owner, by e-mail or name; `--owner` says who takes the others.'],
      ),
    ],
  };
}
