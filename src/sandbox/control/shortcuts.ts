import type { ControlAnswer, Person, Snapshot } from '../contract.ts';
import { globalShortcut, messageShortcut } from '../deliver/payloads.ts';
import { issueResponseUrl } from '../response-url.ts';
import { findMessage } from '../state.ts';
import { issueTrigger } from '../triggers.ts';
import type { World } from '../world.ts';
import { DONE, explain, problem } from './actor.ts';

export async function runShortcut(
  world: World,
  person: Person,
  { callbackId }: { callbackId: string },
): Promise<ControlAnswer> {
  if (!isOffered(world, callbackId, 'global')) return problem('There is no such shortcut.');
  const triggerId = issueTrigger(world, { personId: person.id, teamId: person.teamId });
  const answer = await world.courier.send(globalShortcut(world, { person, callbackId, triggerId }));
  return answer.ok ? DONE : problem(explain(answer.problem));
}

export async function runMessageShortcut(
  world: World,
  person: Person,
  input: { callbackId: string; channelId: string; ts: string },
): Promise<ControlAnswer> {
  const { callbackId, channelId, ts } = input;
  if (!isOffered(world, callbackId, 'message')) return problem('There is no such shortcut.');
  const channel = world.state.channels.get(channelId);
  const message = findMessage(world.state, channelId, ts);
  // Slack offers no shortcuts on what only one person sees.
  if (!channel?.members.includes(person.id) || !message || message.ephemeralFor) {
    return problem('This message has no shortcuts.');
  }
  const who = { personId: person.id, teamId: person.teamId };
  const triggerId = issueTrigger(world, who);
  const responseUrl = issueResponseUrl(world, { ...who, channelId, ts });
  const answer = await world.courier.send(
    messageShortcut(world, { person, channel, message, callbackId, triggerId, responseUrl }),
  );
  return answer.ok ? DONE : problem(explain(answer.problem));
}

function isOffered(
  world: World,
  callbackId: string,
  type: Snapshot['shortcuts'][number]['type'],
): boolean {
  return world.options.shortcuts.some(
    (item) => item.callbackId === callbackId && item.type === type,
  );
}
