import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { closest, distance } from 'fastest-levenshtein';
import { actorOf } from '../identify.ts';
import type { Message } from '../views/digest-message.ts';
import { buildHelpMessage, buildUnknownVerb } from '../views/help-message.ts';
import { unescapeMrkdwn } from '../views/mrkdwn.ts';
import { type CommandVerb, VERBS } from './command-verbs.ts';

/** `/followup …`: finds the verb and lets it answer, to the person alone. */
export const answerCommand: Middleware<SlackCommandMiddlewareArgs> = async ({
  ack,
  command,
  context,
  client,
}) => {
  const ctx = actorOf(context);
  const { name, rest } = readCommand(command.text);
  const verb = VERBS.find((known) => known.name === name);
  if (verb?.opens) {
    // A view must be opened within three seconds of the command; what is open needs no answer.
    await ack();
    await verb.opens(ctx, {
      client,
      rest,
      triggerId: command.trigger_id,
      responseUrl: command.response_url,
    });
    return;
  }
  const message = verb?.answers ? await verb.answers(ctx, rest) : sayOtherwise(name);
  await ack({ response_type: 'ephemeral', ...message });
};

function readCommand(text: string): { name: string; rest: string } {
  const [first = '', ...others] = unescapeMrkdwn(text).trim().split(/\s+/);
  return { name: first.toLowerCase() || 'help', rest: others.join(' ') };
}

function sayOtherwise(name: string): Message {
  if (name === 'help') return buildHelpMessage(VERBS);
  const names = VERBS.map((verb: CommandVerb) => verb.name);
  const near = closest(name, names);
  return buildUnknownVerb(name, distance(name, near) <= 2 ? near : null);
}
