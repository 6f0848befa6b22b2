import type { WebClient } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import type { RepContext } from '../services/context.ts';
import { findOwner } from '../services/find-owner.ts';
import { loadDigest } from '../services/load-digest.ts';
import { loadHome } from '../services/load-home.ts';
import { buildDigestMessage } from './views/digest-message.ts';
import { buildHome } from './views/home-view.ts';

export type Screens = { client: WebClient; log: Logger };

/** Redraws at most so often while others keep changing the same digest. */
const REDRAWS = 3;

/**
 * Runs a change and redraws what shows it: the digests of the rep and of the prospect's owner, and the
 * rep's App Home. Screens are redrawn even when the change was refused: a stale button is one reason.
 */
export async function changeThenRedraw<T>(
  ctx: RepContext,
  screens: Screens,
  { prospectId, change }: { prospectId: string | null; change: () => Promise<T> },
): Promise<T> {
  try {
    return await change();
  } finally {
    await redrawScreens(ctx, screens, prospectId);
  }
}

/** What is shown is only a picture of what is saved: a fault while drawing is logged, not told. */
export async function redrawScreens(
  ctx: RepContext,
  screens: Screens,
  prospectId: string | null,
): Promise<void> {
  try {
    await redrawDigest(ctx, screens);
    const owner = prospectId === null ? null : await findOwner(ctx, prospectId);
    if (owner && owner.id !== ctx.rep.id) await redrawDigest({ ...ctx, rep: owner }, screens);
    await publishHome(ctx, screens);
  } catch (error) {
    screens.log.warn({ err: error, workspaceId: ctx.workspaceId }, 'A screen was not redrawn.');
  }
}

/** Draws the rep's App Home as it stands. */
export async function publishHome(ctx: RepContext, { client }: Screens): Promise<void> {
  const view = buildHome(await loadHome(ctx));
  await client.views.publish({ user_id: ctx.rep.slackUserId, view });
}

// Somebody else may change a row between our reading and our drawing, and draw first. So we read once
// more after drawing and draw again when it differs: the last one to draw has read the last change.
async function redrawDigest(ctx: RepContext, { client }: Screens): Promise<void> {
  let drawn: string | null = null;
  for (let turn = 0; turn < REDRAWS; turn++) {
    const digest = await loadDigest(ctx);
    if (!digest) return;
    const message = buildDigestMessage(digest.model);
    const wanted = JSON.stringify(message);
    if (wanted === drawn) return;
    const { slackChannelId, slackTs } = digest.sent;
    await client.chat.update({ channel: slackChannelId, ts: slackTs, ...message });
    drawn = wanted;
  }
}
