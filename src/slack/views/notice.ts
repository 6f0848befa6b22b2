import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** A modal that only says something, where nothing else can. */
export function buildNotice(sentence: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Followup' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: saying(sentence),
  };
}

/** App Home of somebody who may not use the bot. */
export function buildHomeNotice(sentence: string): HomeView {
  return { type: 'home', blocks: saying(sentence) };
}

/** Plain text: a sentence may hold a person's own words. */
function saying(sentence: string): KnownBlock[] {
  return [{ type: 'section', text: { type: 'plain_text', text: sentence } }];
}
