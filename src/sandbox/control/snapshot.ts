import type { Channel, Message, Person, Snapshot } from '../contract.ts';
import { listPeople } from '../directory.ts';
import { homeOf, modalDepth, topModal } from '../modals.ts';
import { messagesOf, openDm } from '../state.ts';
import { getPerson, getTeam, type World } from '../world.ts';

/** What one person sees, with one conversation open: the bot's direct messages unless told. */
export async function takeSnapshot(
  world: World,
  { as, channelId }: { as: string; channelId?: string },
): Promise<Snapshot> {
  const { options, state } = world;
  const me = as === '' ? findAnybody(world) : getPerson(world, as);
  const { id, name, botUserId } = getTeam(world, me.teamId);
  const dm = openDm(state, me);
  const conversations = listConversations(world, me);
  const open = conversations.find((channel) => channel.id === channelId) ?? dm;
  return {
    team: { id, name },
    appName: options.appName,
    botUserId,
    clock: {
      now: options.clock.now().toISOString(),
      zone: me.zone,
      nextEvent: (await options.hooks?.nextEvent()) ?? null,
    },
    me: { ...me },
    people: listPeople(world, me.teamId),
    conversations,
    messages: structuredClone(visibleMessages(world, me, open.id)),
    modal: describeModal(world, me),
    home: structuredClone(homeOf(world, me.id)?.payload.blocks ?? null),
    shortcuts: options.shortcuts,
    commands: options.commands,
    faults: world.faults.list(),
    tries: options.tries ?? [],
  };
}

/** A page that opens for the first time knows nobody's id yet: it opens where the bot wrote last. */
function findAnybody(world: World): Person {
  const people = [...world.state.people.values()].filter(
    ({ isBot, deleted }) => !isBot && !deleted,
  );
  const [first] = people.sort((a, b) =>
    lastWrittenTo(world, b).localeCompare(lastWrittenTo(world, a)),
  );
  if (!first) throw new Error('There is nobody in this Slack yet.');
  return first;
}

function lastWrittenTo(world: World, person: Person): string {
  return visibleMessages(world, person, openDm(world.state, person).id).at(-1)?.ts ?? '';
}

export function markRead(world: World, person: Person, channelId: string): void {
  const last = visibleMessages(world, person, channelId).at(-1);
  if (!last || readUpTo(world, person, channelId) === last.ts) return;
  world.state.readUpTo.set(`${person.id} ${channelId}`, last.ts);
  world.changed('message');
}

function listConversations(world: World, me: Person): Snapshot['conversations'] {
  const mine = [...world.state.channels.values()].filter(
    (channel) => channel.members.includes(me.id) && !channel.archived,
  );
  const order = (channel: Channel): string => `${channel.kind === 'im' ? 1 : 0} ${channel.name}`;
  return mine
    .sort((a, b) => order(a).localeCompare(order(b)))
    .map((channel) => ({
      ...channel,
      label: channel.kind === 'im' ? world.options.appName : channel.name,
      unread: countUnread(world, me, channel.id),
    }));
}

function countUnread(world: World, me: Person, channelId: string): number {
  const read = readUpTo(world, me, channelId);
  return visibleMessages(world, me, channelId).filter(
    (message) => message.ts > read && message.from !== me.id,
  ).length;
}

function readUpTo(world: World, person: Person, channelId: string): string {
  return world.state.readUpTo.get(`${person.id} ${channelId}`) ?? '';
}

function visibleMessages(world: World, me: Person, channelId: string): Message[] {
  return messagesOf(world.state, channelId).filter(
    ({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === me.id,
  );
}

function describeModal(world: World, me: Person): Snapshot['modal'] {
  const top = topModal(world, me.id);
  if (!top) return null;
  const { blocks, title, submit, close, callback_id, private_metadata } = top.payload;
  return {
    id: top.id,
    hash: top.hash,
    depth: modalDepth(world, me.id),
    view: structuredClone({
      type: 'modal',
      callback_id: callback_id ?? '',
      title,
      blocks,
      ...(submit ? { submit } : {}),
      ...(close ? { close } : {}),
      ...(private_metadata ? { private_metadata } : {}),
    }),
  };
}
