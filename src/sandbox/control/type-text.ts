import { isRecord } from '../blocks/rules.ts';
import type { Channel, ControlAnswer, Person } from '../contract.ts';
import { sendDirectMessage } from '../deliver/events.ts';
import { slashCommand } from '../deliver/payloads.ts';
import { escapeText } from '../escape.ts';
import { postMessage } from '../post-message.ts';
import { issueResponseUrl } from '../response-url.ts';
import { showAnswer } from '../show-answer.ts';
import { issueTrigger } from '../triggers.ts';
import { SlackError } from '../web-api/call.ts';
import type { World } from '../world.ts';
import { DONE, problem } from './actor.ts';
import { linkify } from './linkify.ts';

/** The composer of a conversation: a message, or a command when it begins with a slash. */
export async function typeText(
  world: World,
  person: Person,
  input: { channelId: string; text: string },
): Promise<ControlAnswer> {
  const channel = world.state.channels.get(input.channelId);
  if (!channel?.members.includes(person.id)) return problem('You are not in this conversation.');
  if (channel.archived) return problem('This conversation was archived.');
  const text = input.text.trim();
  if (text === '') return problem('There is nothing to send.');
  return text.startsWith('/')
    ? runCommand(world, person, { channel, text })
    : say(world, person, { channel, text });
}

async function say(
  world: World,
  person: Person,
  { channel, text }: { channel: Channel; text: string },
): Promise<ControlAnswer> {
  const message = postMessage(world, {
    text: linkify(world, text, { person, withNames: false }),
    blocks: [],
    teamId: person.teamId,
    channelId: channel.id,
    from: person.id,
  });
  if (channel.kind === 'im') await sendDirectMessage(world, message);
  return DONE;
}

async function runCommand(
  world: World,
  person: Person,
  { channel, text }: { channel: Channel; text: string },
): Promise<ControlAnswer> {
  const command = text.split(/\s/, 1)[0] ?? '';
  const known = world.options.commands.find((item) => item.command === command.toLowerCase());
  if (!known || !world.state.teams.get(person.teamId)?.installed) {
    return problem(
      `${command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`,
    );
  }
  const place = { teamId: person.teamId, personId: person.id, channelId: channel.id };
  const typed = postMessage(world, {
    text: escapeText(text),
    blocks: [],
    teamId: person.teamId,
    channelId: channel.id,
    from: person.id,
    ephemeralFor: person.id,
    typedCommand: true,
  });
  const rest = text.slice(command.length).trim();
  const withMentions = known.shouldEscape ?? true;
  const answer = await world.courier.send(
    slashCommand(world, {
      person,
      channel,
      command: known.command,
      text: withMentions ? linkify(world, rest, { person, withNames: true }) : escapeText(rest),
      triggerId: issueTrigger(world, place),
      responseUrl: issueResponseUrl(world, place),
    }),
  );
  if (!answer.ok) return failed(command, answer.problem);
  const said = isRecord(answer.body) ? answer.body : { text: String(answer.body) };
  if (said.response_type === 'in_channel') delete typed.ephemeralFor;
  if (answer.body === '') return DONE;
  try {
    showAnswer(world, place, said);
    return DONE;
  } catch (error) {
    if (error instanceof SlackError) return failed(command, error.code);
    throw error;
  }
}

function failed(command: string, code: string): ControlAnswer {
  return problem(`${command} failed with the error "${code}"`);
}
