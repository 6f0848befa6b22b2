import { randomBytes } from 'node:crypto';
import type { ViewPayload } from './blocks/validate-view.ts';
import type { Channel, FormValues, Message, Person } from './contract.ts';

export type Team = {
  id: string;
  name: string;
  botToken: string;
  botUserId: string;
  botId: string;
  /** False once the app was removed; its token is refused from then on. */
  installed: boolean;
};

export type StoredMessage = Message & { teamId: string; threadTs?: string };

export type StoredView = {
  id: string;
  teamId: string;
  personId: string;
  payload: ViewPayload;
  hash: string;
  rootId: string;
  previousId: string | null;
  /** What stood in the form when the person last acted on it. */
  values: FormValues;
};

/** What an answer to one command or click may still do, within half an hour of machine time. */
export type ResponseUrl = {
  id: string;
  teamId: string;
  personId: string;
  channelId: string;
  /** The message the button stood on, if it was one. */
  ts?: string;
  uses: number;
  expiresAt: number;
};

export type Trigger = {
  personId: string;
  teamId: string;
  expiresAt: number;
  used: boolean;
  /** The modal the person acted in, when it was one. */
  viewId?: string;
};

/** An authorization code of the install page, good for one exchange. */
export type InstallCode = { teamId: string; personId: string; redirectUri?: string };

export type State = {
  counters: Map<string, number>;
  /** The last timestamp given out, in microseconds. */
  lastTs: number;
  teams: Map<string, Team>;
  people: Map<string, Person>;
  channels: Map<string, Channel>;
  messages: Map<string, StoredMessage[]>;
  views: Map<string, StoredView>;
  /** Ids of the open modals of each person, the one on top last. */
  stacks: Map<string, string[]>;
  /** Id of the Home view of each person. */
  homes: Map<string, string>;
  responseUrls: Map<string, ResponseUrl>;
  /** Timestamp up to which a person has read a conversation, keyed by both ids. */
  readUpTo: Map<string, string>;
  triggers: Map<string, Trigger>;
  installCodes: Map<string, InstallCode>;
};

export function createState(): State {
  return {
    counters: new Map(),
    lastTs: 0,
    teams: new Map(),
    people: new Map(),
    channels: new Map(),
    messages: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    responseUrls: new Map(),
    readUpTo: new Map(),
    triggers: new Map(),
    installCodes: new Map(),
  };
}

/** The next id with one of Slack's letters in front, `U0000001`; never one that is taken. */
export function nextId(state: State, prefix: string): string {
  const count = (state.counters.get(prefix) ?? 0) + 1;
  state.counters.set(prefix, count);
  const id = `${prefix}${String(count).padStart(7, '0')}`;
  return isTaken(state, id) ? nextId(state, prefix) : id;
}

/** Slack's message timestamp: machine time in microseconds, each later than the last. */
export function nextTs(state: State): string {
  state.lastTs = Math.max(Date.now() * 1000, state.lastTs + 1);
  return formatTs(state.lastTs);
}

export function formatTs(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
}

export function randomToken(): string {
  return randomBytes(16).toString('hex');
}

export function messagesOf(state: State, channelId: string): StoredMessage[] {
  const found = state.messages.get(channelId);
  if (found) return found;
  const list: StoredMessage[] = [];
  state.messages.set(channelId, list);
  return list;
}

export function findMessage(state: State, channelId: string, ts: string): StoredMessage | null {
  return state.messages.get(channelId)?.find((message) => message.ts === ts) ?? null;
}

export function removeMessage(state: State, channelId: string, ts: string): void {
  const list = messagesOf(state, channelId);
  const index = list.findIndex((message) => message.ts === ts);
  if (index >= 0) list.splice(index, 1);
}

/** The direct messages of the bot and a person; made when they first speak. */
export function openDm(state: State, person: Person): Channel {
  const bot = state.teams.get(person.teamId)?.botUserId ?? '';
  for (const channel of state.channels.values()) {
    const both = channel.members.includes(person.id) && channel.members.includes(bot);
    if (channel.kind === 'im' && both) return channel;
  }
  const channel: Channel = {
    id: nextId(state, 'D'),
    teamId: person.teamId,
    kind: 'im',
    name: '',
    members: [person.id, bot],
    archived: false,
  };
  state.channels.set(channel.id, channel);
  return channel;
}

function isTaken(state: State, id: string): boolean {
  return (
    state.teams.has(id) || state.people.has(id) || state.channels.has(id) || state.views.has(id)
  );
}
