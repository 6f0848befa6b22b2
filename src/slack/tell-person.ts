import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Words } from '../domain/words/words.ts';
import type { Logger } from '../logger.ts';
import { type Acknowledgement, answerSaying, type Saying } from './acknowledge.ts';
import { readRequest, type SlackRequest } from './request.ts';
import { showWindow, windowOf } from './show-window.ts';
import { buildHomeNotice, buildNotice, buildSentence } from './views/notice.ts';

/** What a global middleware gets, whatever the request. */
export type RequestArgs = AnyMiddlewareArgs & AllMiddlewareArgs;

export type Said = {
  sentence: string;
  /** By block id, for a form. */
  errors?: Record<string, string> | null;
  log: Logger;
};

/**
 * Says one sentence to the person who asked, where they asked and to them alone: under a field, as an
 * ephemeral answer, in a small modal, or in the bot's direct message. A fault on the way is logged.
 */
export async function tellPerson(
  args: RequestArgs,
  { sentence, errors = null, log }: Said,
): Promise<void> {
  const request = readRequest(args.body);
  if (!request) return;
  const acknowledgement = acknowledgementOf(args.context);
  if (await tellInWindow(args, sentence, log)) return;
  const shownByAnswer = !acknowledgement.done && answersWithWords(request);
  const { words } = acknowledgement;
  await acknowledgement.send(answerSaying(request, { sentence, errors, words }));
  if (shownByAnswer) return;
  try {
    await show(args, request, { sentence, words });
  } catch (error) {
    log.warn({ err: error, about: request.about }, 'A sentence could not be shown.');
  }
}

/** The words of whoever asked; English for somebody we do not know. */
export function wordsOf(context: AllMiddlewareArgs['context']): Words {
  return acknowledgementOf(context).words;
}

/** In the window that opened for the request before there was an answer. */
async function tellInWindow({ context }: RequestArgs, sentence: string, log: Logger) {
  try {
    return await windowOf(context).fill(buildNotice(sentence, wordsOf(context)));
  } catch (error) {
    log.warn({ err: error }, 'A sentence could not be shown in its window.');
    return false;
  }
}

/** Set by `BoltApp` for every request. */
export function acknowledgementOf(context: AllMiddlewareArgs['context']): Acknowledgement {
  return context.acknowledgement;
}

function answersWithWords({ kind }: SlackRequest): boolean {
  return ['command', 'view', 'view_closed', 'options'].includes(kind);
}

async function show(
  args: RequestArgs,
  request: SlackRequest,
  { sentence, words }: Saying,
): Promise<void> {
  if (request.kind === 'event') return showInConversation(args, sentence);
  if ('respond' in args && args.respond) {
    const message = buildSentence(sentence);
    await args.respond({ response_type: 'ephemeral', replace_original: false, ...message });
    return;
  }
  if (request.triggerId) await showWindow(args, buildNotice(sentence, words));
}

/** Somebody who writes to the bot or opens its Home waits for an answer; other events ask for none. */
async function showInConversation(args: RequestArgs, sentence: string): Promise<void> {
  if (!('event' in args)) return;
  const { event, client, context } = args;
  if (event.type === 'message' && event.channel_type === 'im') {
    await client.chat.postMessage({ channel: event.channel, ...buildSentence(sentence) });
  }
  if (event.type === 'app_home_opened' && event.tab === 'home' && context.userId) {
    await client.views.publish({ user_id: context.userId, view: buildHomeNotice(sentence) });
  }
}
