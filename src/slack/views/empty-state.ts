import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import type { Message } from './digest-message.ts';

/** For somebody who has nobody to chase yet: one line is enough to begin. */
export function buildEmptyState({ start }: Words): SectionBlock {
  return section([bold(start.noProspects), start.writeOneLine], [start.example], [start.iPropose]);
}

/** The same as a message, with the two ways to begin. */
export function buildEmptyMessage(words: Words): Message {
  const actions: ActionsBlock = {
    type: 'actions',
    elements: [
      button(ACTIONS.openLog, words.labels.logATouch, { style: 'primary' }),
      button(ACTIONS.openImport, words.start.importAList),
    ],
  };
  return {
    text: composeFallback([words.start.noProspects]),
    blocks: [buildEmptyState(words), actions],
  };
}

/** How a list comes in: by a command, where the bot runs. */
export function buildImportHelp({ start, labels }: Words): ModalView {
  const help = start.importHelp;
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(start.importAList, 24),
    close: plainText(labels.close, 24),
    blocks: [
      section([help.whoImports], ['`npm run import -- --file prospects.csv --dry-run`']),
      section([help.reports], [help.doesIt]),
      section([help.recognises], [help.owners]),
    ],
  };
}
