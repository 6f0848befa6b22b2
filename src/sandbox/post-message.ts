import { fillIds } from './blocks/read-blocks.ts';
import type { Block, Message } from './contract.ts';
import { messagesOf, nextId, nextTs, type StoredMessage } from './state.ts';
import type { World } from './world.ts';

export type Content = {
  text: string;
  blocks: Block[];
  metadata?: NonNullable<Message['metadata']>;
  threadTs?: string;
};

/** Puts a message into a conversation, for everybody in it or for one person alone. */
export function postMessage(
  world: World,
  message: Content & {
    teamId: string;
    channelId: string;
    from: string;
    ephemeralFor?: string;
    typedCommand?: boolean;
  },
): StoredMessage {
  const stored: StoredMessage = {
    ...message,
    blocks: withIds(world, message.blocks),
    ts: nextTs(world.state),
    shownAt: world.options.clock.now().toISOString(),
    edited: false,
  };
  messagesOf(world.state, message.channelId).push(stored);
  world.changed('message');
  return stored;
}

/** Text without blocks takes the blocks away; metadata stays unless replaced. */
export function editMessage(world: World, message: StoredMessage, content: Content): void {
  message.text = content.text;
  message.blocks = withIds(world, content.blocks);
  if (content.metadata) message.metadata = content.metadata;
  message.edited = true;
  world.changed('message');
}

function withIds(world: World, blocks: Block[]): Block[] {
  return fillIds(blocks, () => nextId(world.state, 'b'));
}
