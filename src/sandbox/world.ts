import type { ChangeEvent, LocalSlackOptions, Person } from './contract.ts';
import type { Courier } from './deliver/courier.ts';
import type { Faults } from './faults.ts';
import type { State, Team } from './state.ts';
import type { Traffic } from './traffic.ts';

/** All that the parts of one local Slack share. */
export type World = {
  options: LocalSlackOptions;
  url: string;
  state: State;
  faults: Faults;
  traffic: Traffic;
  courier: Courier;
  /** Teams whose bot token has been used since the start: their app is awake. */
  awake: Set<string>;
  /** Saves the state and tells every open page. */
  changed(kind: ChangeEvent['kind']): void;
};

export function getTeam(world: World, id: string): Team {
  const team = world.state.teams.get(id);
  if (!team) throw new Error(`There is no team ${id} in this Slack.`);
  return team;
}

export function getPerson(world: World, id: string): Person {
  const person = world.state.people.get(id);
  if (!person) throw new Error(`There is nobody with the id ${id} in this Slack.`);
  return person;
}

export function hasScope(world: World, scope: string): boolean {
  return world.options.scopes.includes(scope);
}
