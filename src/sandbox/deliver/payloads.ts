import type { Block, Channel, FormValues, Person } from '../contract.ts';
import { escapeBareAmpersands, escapeEcho } from '../escape.ts';
import { describeView } from '../modals.ts';
import { nextTs, type StoredMessage, type StoredView } from '../state.ts';
import { getTeam, type World } from '../world.ts';
import type { Delivery } from './courier.ts';

type Payload = Record<string, unknown>;

/** Slack's old proof of origin; apps verify the signature instead. */
const VERIFICATION_TOKEN = 'local-slack';

/** Where an element stands, as the payloads tell it. */
export type Place =
  | { kind: 'message'; channel: Channel; message: StoredMessage }
  | { kind: 'view'; view: StoredView };

export function slashCommand(
  world: World,
  input: {
    person: Person;
    channel: Channel;
    command: string;
    text: string;
    triggerId: string;
    responseUrl: string;
  },
): Delivery {
  const { person, channel, command, text } = input;
  const payload = {
    token: VERIFICATION_TOKEN,
    team_id: person.teamId,
    team_domain: domainOf(world, person.teamId),
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: world.options.appId,
    is_enterprise_install: 'false',
    response_url: input.responseUrl,
    trigger_id: input.triggerId,
  };
  return { kind: 'command', title: `${command} ${text.split(' ')[0]}`.trim(), payload };
}

export function blockActions(
  world: World,
  input: {
    person: Person;
    place: Place;
    action: Payload;
    values: FormValues;
    triggerId: string;
    responseUrl?: string;
  },
): Delivery {
  const { person, place, action } = input;
  return interaction(world, person, `block_actions ${String(action.action_id)}`, {
    type: 'block_actions',
    trigger_id: input.triggerId,
    ...describePlace(world, place),
    ...(place.kind === 'message' ? { state: { values: input.values } } : {}),
    ...(input.responseUrl ? { response_url: input.responseUrl } : {}),
    actions: [{ ...action, action_ts: nextTs(world.state) }],
  });
}

export function blockSuggestion(
  world: World,
  input: { person: Person; place: Place; blockId: string; actionId: string; query: string },
): Delivery {
  return interaction(world, input.person, `block_suggestion ${input.actionId}`, {
    type: 'block_suggestion',
    ...describePlace(world, input.place),
    action_id: input.actionId,
    block_id: input.blockId,
    value: input.query,
  });
}

export function viewSubmission(
  world: World,
  input: { person: Person; view: StoredView; triggerId: string },
): Delivery {
  const { person, view, triggerId } = input;
  return interaction(world, person, `view_submission ${view.payload.callback_id ?? ''}`.trim(), {
    type: 'view_submission',
    trigger_id: triggerId,
    view: echoView(world, view),
    response_urls: [],
  });
}

export function viewClosed(
  world: World,
  input: { person: Person; view: StoredView; cleared: boolean },
): Delivery {
  const { person, view, cleared } = input;
  return interaction(world, person, `view_closed ${view.payload.callback_id ?? ''}`.trim(), {
    type: 'view_closed',
    view: echoView(world, view),
    is_cleared: cleared,
  });
}

export function globalShortcut(
  world: World,
  input: { person: Person; callbackId: string; triggerId: string },
): Delivery {
  return interaction(world, input.person, `shortcut ${input.callbackId}`, {
    type: 'shortcut',
    callback_id: input.callbackId,
    trigger_id: input.triggerId,
    action_ts: nextTs(world.state),
  });
}

export function messageShortcut(
  world: World,
  input: {
    person: Person;
    channel: Channel;
    message: StoredMessage;
    callbackId: string;
    triggerId: string;
    responseUrl: string;
  },
): Delivery {
  const { person, channel, message, callbackId } = input;
  return interaction(world, person, `message_action ${callbackId}`, {
    type: 'message_action',
    callback_id: callbackId,
    trigger_id: input.triggerId,
    response_url: input.responseUrl,
    action_ts: nextTs(world.state),
    message_ts: message.ts,
    channel: { id: channel.id, name: channelName(channel) },
    message: describeMessage(world, message),
  });
}

/** A message as apps receive it, in payloads and from `conversations.history`. */
export function describeMessage(world: World, message: StoredMessage): Payload {
  const team = getTeam(world, message.teamId);
  const fromApp = message.from === team.botUserId;
  return {
    type: 'message',
    user: message.from,
    ts: message.ts,
    team: message.teamId,
    text: escapeBareAmpersands(message.text),
    ...(fromApp ? { bot_id: team.botId, app_id: world.options.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: escapeEcho(message.blocks) } : {}),
    ...(message.edited ? { edited: { user: message.from, ts: message.ts } } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  };
}

/** A view as it comes back to the app with a click or a submission. */
export function echoView(world: World, view: StoredView): Payload {
  const described = describeView(world, view);
  return { ...described, blocks: escapeEcho(described.blocks as Block[]) };
}

export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

function describePlace(world: World, place: Place): Payload {
  if (place.kind === 'view') {
    return {
      container: { type: 'view', view_id: place.view.id },
      view: echoView(world, place.view),
    };
  }
  const { channel, message } = place;
  const isEphemeral = message.ephemeralFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
    },
    channel: { id: channel.id, name: channelName(channel) },
    message: describeMessage(world, message),
  };
}

function interaction(world: World, person: Person, title: string, payload: Payload): Delivery {
  const common = {
    api_app_id: world.options.appId,
    token: VERIFICATION_TOKEN,
    team: { id: person.teamId, domain: domainOf(world, person.teamId) },
    user: {
      id: person.id,
      username: person.name,
      name: person.name,
      team_id: person.teamId,
    },
    enterprise: null,
    is_enterprise_install: false,
  };
  return { kind: 'interaction', title, payload: { ...payload, ...common } };
}

function domainOf(world: World, teamId: string): string {
  return getTeam(world, teamId)
    .name.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
