import type { ModalView } from '@slack/types';
import type { WindowName } from '../../domain/words/en/windows.ts';
import type { Words } from '../../domain/words/words.ts';
import { plainText } from './blocks.ts';
import { buildNotice } from './notice.ts';

/** Opens at once while the database is slow; what was asked for takes its place. */
export function buildSkeleton(name: WindowName, words: Words): ModalView {
  const { titles, loading } = words.windows;
  const skeleton = buildNotice(loading, words);
  return name === 'other' ? skeleton : { ...skeleton, title: plainText(titles[name], 24) };
}

/** What a skeleton becomes when there is nothing to ask after all. */
export function buildNothingMore(words: Words): ModalView {
  return buildNotice(words.windows.nothingMore, words);
}
