import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { findOldDigest } from '../../services/find-old-digest.ts';
import { actorOf } from '../identify.ts';
import { buildOldDigest } from '../views/old-digest.ts';

/** Before what stands on a message acts: on a digest from long ago it only says so. */
export const unlessOldDigest: Middleware<SlackActionMiddlewareArgs<BlockAction>> = async ({
  ack,
  body,
  context,
  next,
  respond,
}) => {
  const ctx = actorOf(context);
  const on = await findOldDigest(ctx, placeOf(body));
  if (on === null) {
    await next();
    return;
  }
  await ack();
  const message = buildOldDigest(
    { on, today: localDateOf(ctx.now, ctx.rep.zone) },
    wordsFor(ctx.rep.locale),
  );
  await respond({ response_type: 'ephemeral', replace_original: false, ...message });
};

/** The message that was clicked on; null on a window or App Home. */
function placeOf({ channel, message }: BlockAction) {
  return channel && message ? { slackChannelId: channel.id, slackTs: message.ts } : null;
}
