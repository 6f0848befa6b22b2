import type { Channel } from '../contract.ts';
import { describeMessage } from '../deliver/payloads.ts';
import { UPDATE_TEXT } from '../limits.ts';
import { editMessage, postMessage } from '../post-message.ts';
import { findMessage, openDm, removeMessage, type StoredMessage } from '../state.ts';
import { hasScope } from '../world.ts';
import { requiredText } from './arguments.ts';
import { type ApiBody, type BotCall, type Method, SlackError } from './call.ts';
import { readContent } from './content.ts';
import { findChannel, findPerson } from './find-channel.ts';

const CONTENT = [
  'attachments',
  'blocks',
  'text',
  'markdown_text',
  'link_names',
  'parse',
  'as_user',
];
const LOOKS = ['icon_emoji', 'icon_url', 'username', 'thread_ts'];

export const CHAT_METHODS: Record<string, Method> = {
  'chat.postMessage': {
    token: 'bot',
    scope: 'chat:write',
    args: [
      'channel',
      ...CONTENT,
      ...LOOKS,
      'metadata',
      'mrkdwn',
      'reply_broadcast',
      'unfurl_links',
      'unfurl_media',
      'current_draft_last_updated_ts',
    ],
    run: post,
  },
  'chat.postEphemeral': {
    token: 'bot',
    scope: 'chat:write',
    args: ['channel', 'user', ...CONTENT, ...LOOKS],
    run: postEphemeral,
  },
  'chat.update': {
    token: 'bot',
    scope: 'chat:write',
    args: ['channel', 'ts', ...CONTENT, 'metadata', 'reply_broadcast', 'file_ids'],
    run: update,
  },
  'chat.delete': {
    token: 'bot',
    scope: 'chat:write',
    args: ['channel', 'ts', 'as_user'],
    run: remove,
  },
};

function post(call: BotCall): ApiBody {
  const channel = findTarget(call, requiredText(call.args, 'channel'));
  const content = readContent(call.args, { truncate: true });
  const message = postMessage(call.world, {
    ...content,
    teamId: call.team.id,
    channelId: channel.id,
    from: call.team.botUserId,
  });
  const { metadata } = message;
  const described = { ...describeMessage(call.world, message), ...(metadata ? { metadata } : {}) };
  return { channel: channel.id, ts: message.ts, message: described };
}

function postEphemeral(call: BotCall): ApiBody {
  const channel = findTarget(call, requiredText(call.args, 'channel'));
  const person = findPerson(call, requiredText(call.args, 'user'), 'user_not_in_channel');
  if (!channel.members.includes(person.id)) throw new SlackError('user_not_in_channel');
  const message = postMessage(call.world, {
    ...readContent(call.args, { maxText: UPDATE_TEXT }),
    teamId: call.team.id,
    channelId: channel.id,
    from: call.team.botUserId,
    ephemeralFor: person.id,
  });
  return { message_ts: message.ts };
}

function update(call: BotCall): ApiBody {
  const message = findOwn(call, 'cant_update_message');
  const content = readContent(call.args, { maxText: UPDATE_TEXT });
  editMessage(call.world, message, content);
  const { channelId: channel, ts, text } = message;
  return { channel, ts, text, message: describeMessage(call.world, message) };
}

function remove(call: BotCall): ApiBody {
  const { channelId: channel, ts } = findOwn(call, 'cant_delete_message');
  removeMessage(call.world.state, channel, ts);
  call.world.changed('message');
  return { channel, ts };
}

/** Where a message goes: a person's id stands for the direct messages with them, whether or not they left. */
function findTarget(call: BotCall, id: string): Channel {
  const { world, team } = call;
  if (world.state.people.has(id)) {
    const person = findPerson(call, id, 'channel_not_found');
    if (person.isBot) throw new SlackError('cannot_dm_bot');
    return openDm(world.state, person);
  }
  const channel = findChannel(call, id);
  if (channel.archived) throw new SlackError('is_archived');
  const allowed = channel.members.includes(team.botUserId) || hasScope(world, 'chat:write.public');
  if (!allowed) throw new SlackError('not_in_channel');
  return channel;
}

/** Ephemeral messages cannot be found again by any app, their own included. */
function findOwn(call: BotCall, refusal: string): StoredMessage {
  const channel = findChannel(call, requiredText(call.args, 'channel'));
  const message = findMessage(call.world.state, channel.id, requiredText(call.args, 'ts'));
  if (!message || message.ephemeralFor) throw new SlackError('message_not_found');
  if (message.from !== call.team.botUserId) throw new SlackError(refusal);
  return message;
}
