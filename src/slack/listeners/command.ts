import type { Middleware, SlackCommandMiddlewareArgs, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { closest, distance } from 'fastest-levenshtein';
import { type Words, wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { redrawScreens } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { receiptKeyOfCommand } from '../receipt-key.ts';
import type { Message } from '../views/digest-message.ts';
import { buildHelpMessage, buildUnknownVerb } from '../views/help-message.ts';
import { unescapeMrkdwn } from '../views/mrkdwn.ts';
import {
  answerCommandSentence,
  answerIfSentence,
  type SentenceAnswer,
} from './command-sentence.ts';
import { VERBS } from './command-verbs.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** `/followup …`: finds the verb and lets it answer, to the person alone; a sentence is logged. */
export function answerCommand(deps: ListenerDeps): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, context, client }) => {
    const ctx = actorOf(context);
    const { name, rest } = readCommand(command.text);
    const verb = VERBS.find((known) => known.name === name);
    const answer = await answerAnySentence(ctx, { client, command, name, rest, isVerb: !!verb });
    if (answer) {
      await ack(
        answer.kind === 'said' ? { response_type: 'ephemeral', ...answer.message } : undefined,
      );
      if (answer.kind === 'said') await redrawScreens(ctx, { ...deps, client });
      return;
    }
    if (verb?.opens) {
      // A view must be opened within three seconds of the command; what is open needs no answer.
      await ack();
      const { trigger_id: triggerId, response_url: responseUrl } = command;
      await verb.opens(ctx, { client, rest, triggerId, responseUrl });
      return;
    }
    const key = receiptKeyOfCommand(command);
    const message = verb?.answers
      ? await verb.answers(ctx, rest, { key })
      : sayOtherwise(name, wordsFor(ctx.rep.locale));
    await ack({ response_type: 'ephemeral', ...message });
    if (verb?.changes) await redrawScreens(ctx, { ...deps, client });
  };
}

/** After "log", or without a verb when it is one; null for everything else. */
async function answerAnySentence(
  ctx: RepContext,
  {
    client,
    command,
    name,
    rest,
    isVerb,
  }: { client: WebClient; command: SlashCommand; name: string; rest: string; isVerb: boolean },
): Promise<SentenceAnswer | null> {
  const isLog = name === 'log' && rest !== '';
  if (isVerb && !isLog) return null;
  const sentence = {
    text: isLog ? rest : unescapeMrkdwn(command.text).trim(),
    key: receiptKeyOfCommand(command),
    writtenAt: ctx.now,
    client,
    triggerId: command.trigger_id,
    responseUrl: command.response_url,
  };
  return isLog ? answerCommandSentence(ctx, sentence) : answerIfSentence(ctx, sentence);
}

function readCommand(text: string): { name: string; rest: string } {
  const [first = '', ...others] = unescapeMrkdwn(text).trim().split(/\s+/);
  return { name: first.toLowerCase() || 'help', rest: others.join(' ') };
}

function sayOtherwise(name: string, words: Words): Message {
  const names = VERBS.map((verb) => verb.name);
  if (name === 'help') return buildHelpMessage(names, words);
  const near = names.find((verb) => verb === closest(name, names)) ?? null;
  const isNear = near !== null && distance(name, near) <= 2;
  return buildUnknownVerb({ verb: name, closest: isNear ? near : null }, words);
}
