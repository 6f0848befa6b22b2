import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { claimAnswer } from '../../services/claim-answer.ts';
import type { RepContext } from '../../services/context.ts';
import { logSentence, type SentenceInput } from '../../services/log-sentence.ts';
import { redrawScreens } from '../after-change.ts';
import { loadAnswer } from '../answer-touch.ts';
import { actorOf } from '../identify.ts';
import { receiptKeyOfEvent } from '../receipt-key.ts';
import type { Message } from '../views/digest-message.ts';
import { unescapeMrkdwn } from '../views/mrkdwn.ts';
import { buildSentenceQuestion } from '../views/sentence-question.ts';
import { buildTouchAnswer } from '../views/touch-answer.ts';
import type { ListenerDeps } from './listener-deps.ts';

/**
 * Somebody wrote to the bot: a certain sentence is logged and echoed, anything else asked about. Slack
 * may send the message again; it is logged once and answered once.
 */
export function answerDirectMessage(
  deps: ListenerDeps,
): Middleware<SlackEventMiddlewareArgs<'message'>> {
  return async ({ event, context, client }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined) return;
    const ctx = actorOf(context);
    const text = unescapeMrkdwn(event.text ?? '');
    const key = receiptKeyOfEvent(event);
    const message = await answerSentence(ctx, { text, key, writtenAt: ctx.now });
    if (!(await claimAnswer(ctx, key))) return;
    await client.chat.postMessage({
      channel: event.channel,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    await redrawScreens(ctx, { ...deps, client });
  };
}

async function answerSentence(ctx: RepContext, input: SentenceInput): Promise<Message> {
  const result = await logSentence(ctx, input);
  const words = wordsFor(ctx.rep.locale);
  if (result.kind === 'logged') {
    return buildTouchAnswer(await loadAnswer(ctx, result.logged), words);
  }
  const { text, key, writtenAt } = input;
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const value = { text, key, at: writtenAt.getTime() };
  return buildSentenceQuestion({ ...result, today, value }, words);
}
