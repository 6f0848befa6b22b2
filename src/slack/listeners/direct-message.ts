import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { localDateOf } from '../../domain/zone.ts';
import { findProspects, QUERY_LENGTH } from '../../services/find-prospects.ts';
import { actorOf } from '../identify.ts';
import { unescapeMrkdwn } from '../views/mrkdwn.ts';
import { buildWrittenAnswer } from '../views/written-answer.ts';

const SHOWN = 3;

/**
 * Somebody wrote to the bot. The words before a colon, "Dana at Acme: …", say whom it is about: whoever
 * matches comes back with a button that opens the form. Nothing is logged by guessing.
 */
export const answerDirectMessage: Middleware<SlackEventMiddlewareArgs<'message'>> = async ({
  event,
  context,
  client,
}) => {
  if (event.channel_type !== 'im' || event.subtype !== undefined) return;
  const ctx = actorOf(context);
  const about = whomItIsAbout(unescapeMrkdwn(event.text ?? ''));
  const found = about === '' ? [] : await findProspects(ctx, { query: about, limit: SHOWN });
  await client.chat.postMessage({
    channel: event.channel,
    ...buildWrittenAnswer({
      about,
      prospects: found,
      today: localDateOf(ctx.now, ctx.rep.zone),
      zone: ctx.rep.zone,
    }),
    unfurl_links: false,
    unfurl_media: false,
  });
};

function whomItIsAbout(text: string): string {
  const [head = ''] = text.split(':');
  return head
    .replace(/\b(at|from|of)\b|,/gi, ' ')
    .trim()
    .slice(0, QUERY_LENGTH);
}
