import type { Channel } from '../contract.ts';
import { describeMessage } from '../deliver/payloads.ts';
import { messagesOf, openDm } from '../state.ts';
import { count, isSet, requiredText, text } from './arguments.ts';
import { type ApiBody, type BotCall, type Method, SlackError } from './call.ts';
import { findChannel, findPerson, requireChannelScope } from './find-channel.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 999;

export const CONVERSATION_METHODS: Record<string, Method> = {
  'conversations.open': {
    token: 'bot',
    scope: 'im:write',
    args: ['channel', 'users', 'return_im', 'prevent_creation'],
    run: open,
  },
  'conversations.info': {
    token: 'bot',
    args: ['channel', 'include_locale', 'include_num_members'],
    run: info,
  },
  'conversations.history': {
    token: 'bot',
    args: ['channel', 'cursor', 'include_all_metadata', 'inclusive', 'latest', 'limit', 'oldest'],
    run: history,
  },
  'conversations.members': {
    token: 'bot',
    args: ['channel', 'cursor', 'limit'],
    run: members,
  },
};

function open(call: BotCall): ApiBody {
  const known = text(call.args, 'channel');
  if (known) return { channel: { id: findChannel(call, known).id } };
  const users = text(call.args, 'users');
  if (!users) throw new SlackError('users_list_not_supplied');
  const ids = users.split(',').map((id) => id.trim());
  // Several people at once would need the scope of group messages.
  if (ids.length > 1) throw new SlackError('missing_scope', { needed: 'mpim:write' });

  const person = findPerson(call, ids[0] ?? '');
  if (person.isBot) throw new SlackError('invalid_user_combination');
  if (person.deleted) throw new SlackError('user_disabled');
  const channel = openDm(call.world.state, person);
  call.world.changed('message');
  if (isSet(call.args, 'return_im')) return { channel: describeChannel(call, channel) };
  return { channel: { id: channel.id } };
}

function info(call: BotCall): ApiBody {
  const channel = findChannel(call, requiredText(call.args, 'channel'));
  requireChannelScope(call.world, channel, 'read');
  const described = describeChannel(call, channel);
  if (!isSet(call.args, 'include_num_members')) return { channel: described };
  return { channel: { ...described, num_members: channel.members.length } };
}

function history(call: BotCall): ApiBody {
  const { args, world, team } = call;
  const channel = findChannel(call, requiredText(args, 'channel'));
  requireChannelScope(world, channel, 'history');
  if (!channel.members.includes(team.botUserId)) throw new SlackError('not_in_channel');

  const oldest = text(args, 'oldest') ?? '0';
  const latest = text(args, 'cursor') ?? text(args, 'latest') ?? '9999999999';
  const inclusive = isSet(args, 'inclusive') && !text(args, 'cursor');
  const inRange = messagesOf(world.state, channel.id)
    .filter((message) => message.ephemeralFor === undefined)
    .filter(({ ts }) => isAfter(ts, oldest) || (inclusive && sameTs(ts, oldest)))
    .filter(({ ts }) => isAfter(latest, ts) || (inclusive && sameTs(ts, latest)))
    .reverse();
  const limit = Math.min(Math.max(count(args, 'limit', DEFAULT_LIMIT), 1), MAX_LIMIT);
  const page = inRange.slice(0, limit);
  const withMetadata = isSet(args, 'include_all_metadata');
  const hasMore = inRange.length > limit;
  return {
    messages: page.map((message) => ({
      ...describeMessage(world, message),
      ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    })),
    has_more: hasMore,
    pin_count: 0,
    ...(hasMore ? { response_metadata: { next_cursor: page.at(-1)?.ts ?? '' } } : {}),
  };
}

function members(call: BotCall): ApiBody {
  const channel = findChannel(call, requiredText(call.args, 'channel'));
  requireChannelScope(call.world, channel, 'read');
  return paginate(call, 'members', channel.members);
}

/** A page of a list; the cursor is the place where the next one begins. */
export function paginate(call: BotCall, name: string, items: unknown[]): ApiBody {
  const start = count(call.args, 'cursor', 0);
  const limit = Math.max(count(call.args, 'limit', DEFAULT_LIMIT), 1);
  const end = start + limit;
  const next = end < items.length ? String(end) : '';
  return { [name]: items.slice(start, end), response_metadata: { next_cursor: next } };
}

function describeChannel({ team }: BotCall, channel: Channel): ApiBody {
  const isMember = channel.members.includes(team.botUserId);
  const common = { id: channel.id, is_archived: channel.archived, context_team_id: team.id };
  if (channel.kind === 'im') {
    const user = channel.members.find((id) => id !== team.botUserId);
    return { ...common, is_im: true, is_channel: false, is_private: true, user, is_open: true };
  }
  return {
    ...common,
    name: channel.name,
    is_im: false,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'private',
    is_private: channel.kind === 'private',
    is_member: isMember,
    is_shared: false,
    is_ext_shared: false,
  };
}

function isAfter(one: string, other: string): boolean {
  return toMicros(one) > toMicros(other);
}

function sameTs(one: string, other: string): boolean {
  return toMicros(one) === toMicros(other);
}

function toMicros(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}
