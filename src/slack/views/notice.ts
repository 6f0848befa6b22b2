import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
import { plainText } from './blocks.ts';
import { composeFallback, SECTION_LENGTH } from './compose.ts';

/** A modal that only says something, where nothing else can. */
export function buildNotice(sentence: string, { labels }: Words): ModalView {
  return {
    type: 'modal',
    title: plainText('Followup', 24),
    close: plainText(labels.close, 24),
    blocks: saying(sentence),
  };
}

/** A message as a modal, where its answer has a window already. */
export function buildMessageModal({ blocks }: { blocks: KnownBlock[] }, words: Words): ModalView {
  return { ...buildNotice(' ', words), blocks };
}

/** App Home of somebody who may not use the bot. */
export function buildHomeNotice(sentence: string): HomeView {
  return { type: 'home', blocks: saying(sentence) };
}

/** A message of one sentence. */
export function buildSentence(sentence: string): { text: string; blocks: KnownBlock[] } {
  return { text: composeFallback([sentence]), blocks: saying(sentence) };
}

/** Plain text: a sentence may hold a person's own words. */
function saying(sentence: string): KnownBlock[] {
  return [{ type: 'section', text: plainText(sentence, SECTION_LENGTH) }];
}
