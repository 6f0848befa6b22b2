import type { Channel, Directory, Person } from './contract.ts';
import { sendTeamJoin, sendUninstalled, sendUserChange } from './deliver/events.ts';
import { messagesOf, nextId, openDm, type Team } from './state.ts';
import { install, newBotToken } from './web-api/apps.ts';
import { getPerson, getTeam, type World } from './world.ts';

/** What an administrator of Slack does. Everything that adds may be repeated at each start. */
export function createDirectory(world: World): Directory {
  const { state } = world;
  return {
    addTeam({ id, name }) {
      const known = find(state.teams, (team) => (id ? team.id === id : team.name === name));
      const team = known ?? createTeam(world, { id: id ?? nextId(state, 'T'), name });
      install(world, team);
      return { id: team.id, botToken: team.botToken, botUserId: team.botUserId };
    },
    addPerson: (input) => addPerson(world, input),
    changePerson: (id, change) => changePerson(world, id, change),
    addChannel: (input) => addChannel(world, input),
    changeChannel(id, change) {
      const channel = state.channels.get(id);
      if (!channel) throw new Error(`There is no conversation ${id} in this Slack.`);
      Object.assign(channel, change, { id });
      world.changed('people');
      return channel;
    },
    async uninstall(teamId) {
      const team = getTeam(world, teamId);
      team.installed = false;
      for (const person of listPeople(world, teamId)) state.homes.delete(person.id);
      world.changed('home');
      await sendUninstalled(world, team);
    },
    people: (teamId) => listPeople(world, teamId),
    channels: (teamId) => [...state.channels.values()].filter((item) => item.teamId === teamId),
    messages: (channelId) => structuredClone(messagesOf(state, channelId)),
    dmOf: (personId) => openDm(state, getPerson(world, personId)),
  };
}

/** The people of a team without its bot. */
export function listPeople(world: World, teamId: string): Person[] {
  return [...world.state.people.values()].filter(
    (person) => person.teamId === teamId && !person.isBot,
  );
}

function createTeam(world: World, { id, name }: { id: string; name: string }): Team {
  const { state, options } = world;
  const botUserId = nextId(state, 'U');
  const botToken = newBotToken(world);
  const team = { id, name, botToken, botUserId, botId: nextId(state, 'B'), installed: true };
  state.teams.set(id, team);
  const bot = { id: botUserId, teamId: id, realName: options.appName, isBot: true };
  state.people.set(botUserId, completePerson(world, bot));
  world.changed('people');
  return team;
}

function addPerson(
  world: World,
  input: Partial<Person> & { teamId: string; realName: string },
): Person {
  const { state } = world;
  getTeam(world, input.teamId);
  const { id, email, teamId, realName } = input;
  const known = find(state.people, (person) => {
    if (id) return person.id === id;
    if (person.teamId !== teamId || person.isBot) return false;
    return email ? person.email === email : person.realName === realName;
  });
  if (known) return known;

  const person = completePerson(world, { ...input, id: id ?? nextId(state, 'U') });
  state.people.set(person.id, person);
  for (const channel of state.channels.values()) {
    const joins = channel.kind === 'channel' && channel.teamId === teamId && !person.isGuest;
    if (joins) channel.members.push(person.id);
  }
  world.changed('people');
  // Nobody tells an app of the people who were there before it.
  if (world.awake.has(teamId)) void sendTeamJoin(world, person);
  return person;
}

export async function changePerson(
  world: World,
  id: string,
  change: Partial<Person>,
): Promise<Person> {
  const person = getPerson(world, id);
  const before = JSON.stringify(person);
  Object.assign(person, change, { id, teamId: person.teamId });
  if (JSON.stringify(person) === before) return person;
  world.changed('people');
  await sendUserChange(world, person);
  return person;
}

function addChannel(world: World, input: Parameters<Directory['addChannel']>[0]): Channel {
  const { state } = world;
  const { teamId, name, kind = 'channel' } = input;
  const team = getTeam(world, teamId);
  const known = find(state.channels, (item) => item.teamId === teamId && item.name === name);
  if (known) return known;

  const everybody = listPeople(world, teamId).filter((person) => !person.isGuest);
  const usual = kind === 'channel' ? [...everybody.map(({ id }) => id), team.botUserId] : [];
  const members = input.members ?? usual;
  const channel = { id: nextId(state, 'C'), teamId, kind, name, members, archived: false };
  state.channels.set(channel.id, channel);
  world.changed('people');
  return channel;
}

function completePerson(
  world: World,
  input: Partial<Person> & { id: string; teamId: string; realName: string },
): Person {
  const name = input.name ?? pickHandle(world, input);
  return {
    name,
    email: `${name}@example.com`,
    title: '',
    zone: 'UTC',
    locale: 'en-US',
    isAdmin: false,
    isOwner: false,
    isBot: false,
    isGuest: false,
    deleted: false,
    ...input,
  };
}

/** The first name in lower case, or all names when somebody has it already. */
function pickHandle(
  world: World,
  { teamId, realName }: { teamId: string; realName: string },
): string {
  const words = realName.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['somebody'];
  const taken = new Set(
    [...world.state.people.values()].filter((p) => p.teamId === teamId).map((p) => p.name),
  );
  const candidates = [words[0] ?? 'somebody', words.join('.')];
  return candidates.find((name) => !taken.has(name)) ?? `${words.join('.')}.${taken.size}`;
}

function find<T>(map: Map<string, T>, test: (item: T) => boolean): T | undefined {
  return [...map.values()].find(test);
}
