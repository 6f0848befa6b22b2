import type { KnownBlock } from '@slack/types';
import type { DigestModel } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { TeamPostModel } from '../../domain/team-post-model.ts';
import { en } from '../../domain/words/en.ts';
import type { LocalTime } from '../../domain/zone.ts';
import { context, section } from './blocks.ts';
import { composeFallback, type Line } from './compose.ts';
import { sayDay } from './dates.ts';
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
export function buildDigestPreview({ digest, ...when }: DigestPreview): Message {
  if (digest === null) {
    return previewing(when, 'digest', [
      section(['Nothing would be due, so nothing would be sent.']),
    ]);
  }
  return previewing(when, 'digest', buildDigestMessage(digest, en).blocks);
}

export type PostPreview = {
  post: TeamPostModel;
  hasChannel: boolean;
  on: LocalDate;
  at: LocalTime;
  today: LocalDate;
};

/** The next team post, likewise. */
export function buildPostPreview({ post, hasChannel, ...when }: PostPreview): Message {
  const missing = hasChannel ? [] : [context(['It has no channel yet, so nobody would get it.'])];
  return previewing(when, 'team post', [...buildTeamPost(post).blocks, ...missing]);
}

function previewing(
  { on, at, today }: { on: LocalDate; at: LocalTime; today: LocalDate },
  what: string,
  blocks: KnownBlock[],
): Message {
  const head: Line = [`Preview: the ${what} of ${sayDay(on, today)}, ${at}, as things stand now.`];
  return {
    text: composeFallback(head),
    blocks: [context([...head, ' Only you see it.']), ...blocks.flatMap(withoutControls)],
  };
}

/** A preview is to be read: nothing on it can be pressed. */
function withoutControls(block: KnownBlock): KnownBlock[] {
  if (block.type === 'actions') return [];
  if (block.type !== 'section') return [block];
  const { accessory, ...rest } = block;
  return [rest];
}
