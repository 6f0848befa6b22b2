import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { claimAnswer } from '../../services/claim-answer.ts';
import { logSentence } from '../../services/log-sentence.ts';
import { redrawScreens } from '../after-change.ts';
import { answerSentence } from '../answer-sentence.ts';
import { actorOf } from '../identify.ts';
import { readText } from '../read-text.ts';
import { receiptKeyOfEvent } from '../receipt-key.ts';
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
    const text = await readText(ctx, event.text);
    const key = receiptKeyOfEvent(event);
    const result = await logSentence(ctx, { text, key, writtenAt: ctx.now });
    const message = await answerSentence(ctx, result, { text, key, at: ctx.now.getTime() });
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
