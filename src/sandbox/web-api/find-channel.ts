import type { Channel, Person } from '../contract.ts';
import type { World } from '../world.ts';
import { type BotCall, requireScope, SlackError } from './call.ts';

/** The conversation with this id, if the bot may know of it: private ones without it do not exist for it. */
export function findChannel({ world, team }: BotCall, id: string): Channel {
  const channel = world.state.channels.get(id);
  const known = channel?.teamId === team.id ? channel : undefined;
  const hidden = known && known.kind !== 'channel' && !known.members.includes(team.botUserId);
  if (!known || hidden) throw new SlackError('channel_not_found');
  return known;
}

export function findPerson({ world, team }: BotCall, id: string, error = 'user_not_found'): Person {
  const person = world.state.people.get(id);
  if (person?.teamId !== team.id) throw new SlackError(error);
  return person;
}

/** Reading needs a scope for each kind of conversation: `channels:read`, `groups:history`, `im:read`. */
export function requireChannelScope(
  world: World,
  channel: Channel,
  verb: 'read' | 'history',
): void {
  const family = { channel: 'channels', private: 'groups', im: 'im' }[channel.kind];
  requireScope(world, `${family}:${verb}`);
}
