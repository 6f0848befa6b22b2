import type { WebClient } from '@slack/web-api';
import { wordsFor } from '../domain/words/words.ts';
import type { Logger } from '../logger.ts';
import type { RepContext } from '../services/context.ts';
import { loadHome } from '../services/load-home.ts';
import { requestDigestRedraw } from '../services/request-digest-redraw.ts';
import { buildHome } from './views/home-view.ts';

/** What drawing needs: the client of the request, and the drawer of sent messages. */
export type Screens = {
  client: WebClient;
  log: Logger;
  redrawMessages(workspaceId: number): Promise<void>;
};

/**
 * Runs a change and draws what shows it, also when the change was refused: a stale button is one
 * reason, and its row should then show how things stand.
 */
export async function changeThenRedraw<T>(
  ctx: RepContext,
  screens: Screens,
  { prospectId, change }: { prospectId: string; change: () => Promise<T> },
): Promise<T> {
  let isDone = false;
  try {
    const result = await change();
    isDone = true;
    return result;
  } finally {
    if (isDone) await redrawScreens(ctx, screens);
    else await redrawUnchanged(ctx, screens, prospectId);
  }
}

/**
 * Draws the digests that the saved change marked, and the rep's App Home. What is shown is only a
 * picture of what is saved: a fault while drawing is logged, not told.
 */
export async function redrawScreens(ctx: RepContext, screens: Screens): Promise<void> {
  try {
    await screens.redrawMessages(ctx.workspaceId);
    await publishHome(ctx, screens);
  } catch (error) {
    screens.log.warn({ err: error, workspaceId: ctx.workspaceId }, 'A screen was not redrawn.');
  }
}

/** Draws a prospect's rows although nothing changed: a menu goes on showing what was chosen otherwise. */
export async function redrawUnchanged(
  ctx: RepContext,
  screens: Screens,
  prospectId: string,
): Promise<void> {
  await requestDigestRedraw(ctx, prospectId);
  await redrawScreens(ctx, screens);
}

/** Draws the rep's App Home as it stands. */
export async function publishHome(
  ctx: RepContext,
  { client }: Pick<Screens, 'client'>,
): Promise<void> {
  const view = buildHome(await loadHome(ctx), wordsFor(ctx.rep.locale));
  await client.views.publish({ user_id: ctx.rep.slackUserId, view });
}
