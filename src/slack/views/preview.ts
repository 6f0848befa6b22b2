import type { KnownBlock } from '@slack/types';
import type { DigestModel } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { TeamPostModel } from '../../domain/team-post-model.ts';
import type { Words } from '../../domain/words/words.ts';
import type { LocalTime } from '../../domain/zone.ts';
import { context, section } from './blocks.ts';
import { composeFallback } from './compose.ts';
import { buildDigestMessage, type Message } from './digest-message.ts';
import { buildTeamPost } from './team-post.ts';

export type DigestPreview = {
  /** Null when nothing would be sent. */
  digest: DigestModel | null;
  on: LocalDate;
  at: LocalTime;
  today: LocalDate;
};

/** The next digest as things stand, to one person alone; its menus and buttons are left out. */
export function buildDigestPreview({ digest, ...when }: DigestPreview, words: Words): Message {
  const { start } = words;
  const blocks =
    digest === null ? [section([start.nothingDue])] : buildDigestMessage(digest, words).blocks;
  return previewing(start.previewOfDigest(sayDay(when, words), when.at), { blocks, words });
}

export type PostPreview = {
  post: TeamPostModel;
  hasChannel: boolean;
  on: LocalDate;
  at: LocalTime;
  today: LocalDate;
};

/** The next team post, likewise, in the language of its channel. */
export function buildPostPreview(
  { post, hasChannel, ...when }: PostPreview,
  { words, teamWords }: { words: Words; teamWords: Words },
): Message {
  const { start } = words;
  const missing = hasChannel ? [] : [context([start.noChannel])];
  const blocks = [...buildTeamPost(post, teamWords).blocks, ...missing];
  return previewing(start.previewOfPost(sayDay(when, words), when.at), { blocks, words });
}

function sayDay({ on, today }: { on: LocalDate; today: LocalDate }, { dates }: Words): string {
  return dates.day(on, today);
}

function previewing(
  head: string,
  { blocks, words }: { blocks: KnownBlock[]; words: Words },
): Message {
  return {
    text: composeFallback([head]),
    blocks: [context([head, words.start.onlyYou]), ...blocks.flatMap(withoutControls)],
  };
}

/** A preview is to be read: nothing on it can be pressed. */
function withoutControls(block: KnownBlock): KnownBlock[] {
  if (block.type === 'actions') return [];
  if (block.type !== 'section') return [block];
  const { accessory, ...rest } = block;
  return [rest];
}
