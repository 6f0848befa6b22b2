import type { Middleware, SlackCommandMiddlewareArgs, SlashCommand } from '@slack/bolt';
import { closest, distance } from 'fastest-levenshtein';
import { type Words, wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { redrawScreens } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { readText } from '../read-text.ts';
import { receiptKeyOfCommand } from '../receipt-key.ts';
import { type Opening, windowOf } from '../show-window.ts';
import type { Message } from '../views/digest-message.ts';
import { buildHelpMessage, buildUnknownVerb } from '../views/help-message.ts';
import { unescapeMrkdwn } from '../views/mrkdwn.ts';
import { buildMessageModal } from '../views/notice.ts';
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
    const opening = { client, context };
    const words = wordsFor(ctx.rep.locale);
    const say = async (message: Message) => {
      if (await windowOf(context).fill(buildMessageModal(message, words))) return;
      await ack({ response_type: 'ephemeral', ...message });
    };
    const answer = await answerAnySentence(ctx, { opening, command, name, rest, isVerb: !!verb });
    if (answer?.kind === 'opened') return ack();
    if (answer) {
      await say(answer.message);
      await redrawScreens(ctx, { ...deps, client });
      return;
    }
    if (verb?.opens) {
      // A view must be opened within three seconds of the command; what is open needs no answer.
      await ack();
      await verb.opens(ctx, { opening, rest, responseUrl: command.response_url });
      return;
    }
    const key = receiptKeyOfCommand(command);
    const message = verb?.answers
      ? await verb.answers(ctx, rest, { key })
      : sayOtherwise(ctx, { name, words });
    await say(message);
    if (verb?.changes) await redrawScreens(ctx, { ...deps, client });
  };
}

/** After "log", or without a verb when it is one; null for everything else. */
async function answerAnySentence(
  ctx: RepContext,
  {
    opening,
    command,
    name,
    rest,
    isVerb,
  }: { opening: Opening; command: SlashCommand; name: string; rest: string; isVerb: boolean },
): Promise<SentenceAnswer | null> {
  const isLog = name === 'log' && rest !== '';
  if (isVerb && !isLog) return null;
  const text = (await readText(ctx, command.text)).trim();
  const sentence = {
    text: isLog ? text.replace(/^\S+\s+/, '') : text,
    key: receiptKeyOfCommand(command),
    writtenAt: ctx.now,
    opening,
    responseUrl: command.response_url,
  };
  return isLog ? answerCommandSentence(ctx, sentence) : answerIfSentence(ctx, sentence);
}

function readCommand(text: string): { name: string; rest: string } {
  const [first = '', ...others] = unescapeMrkdwn(text).trim().split(/\s+/);
  return { name: first.toLowerCase() || 'help', rest: others.join(' ') };
}

function sayOtherwise(
  { rep }: RepContext,
  { name, words }: { name: string; words: Words },
): Message {
  if (name === 'help') return buildHelpMessage({ verbs: VERBS, ...rep }, words);
  const names = VERBS.map((verb) => verb.name);
  const near = names.find((verb) => verb === closest(name, names)) ?? null;
  const isNear = near !== null && distance(name, near) <= 2;
  return buildUnknownVerb({ verb: name, closest: isNear ? near : null }, words);
}
