import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { loadSpread } from '../../services/load-spread.ts';
import { hashOf, once } from '../../services/once.ts';
import { spreadDay } from '../../services/spread-day.ts';
import { undoSpread } from '../../services/undo-spread.ts';
import { redrawScreens } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { mustHaveMeta } from '../read-submission.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import { showWindow } from '../show-window.ts';
import { wordsOf } from '../tell-person.ts';
import {
  buildNothingToSpread,
  buildSpreadDone,
  buildSpreadModal,
  buildSpreadUndone,
  readSpreadMeta,
} from '../views/spread-modal.ts';
import type { ListenerDeps } from './listener-deps.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** "Spread over 3 days…": what it would do, to look at first. */
export const openSpread: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  const view = (await drawSpread(actorOf(context))) ?? buildNothingToSpread(wordsOf(context));
  await showWindow({ client, context }, view);
};

/** The preview of the rep's own day; null when there is nothing to spread. */
export async function drawSpread(ctx: RepContext): Promise<ModalView | null> {
  const spread = await loadSpread(ctx);
  if (!spread) return null;
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const preview = { meta: { v: 1 as const, nonce: randomUUID() }, plan: spread.plan, today };
  return buildSpreadModal(preview, wordsFor(ctx.rep.locale));
}

/** It was confirmed: the day as it stands now is spread, and the window says what was moved. */
export function submitSpread(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readSpreadMeta(view.private_metadata));
    const receipt = { key: `view:spread:${meta.nonce}`, hash: hashOf(null) };
    const done = await once(ctx, receipt, spreadDay);
    const today = localDateOf(ctx.now, ctx.rep.zone);
    const words = wordsFor(ctx.rep.locale);
    const answer = done ? buildSpreadDone({ ...done, today }, words) : buildNothingToSpread(words);
    await ack({ response_action: 'update', view: answer });
    await redrawScreens(ctx, { ...deps, client });
  };
}

/** Undo, in the digest or in the window: what has not changed since is due on its day again. */
export function undoSpreadFromButton(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, action, body, context, client, respond }) => {
    const ctx = actorOf(context);
    const batchId = action.value ?? '';
    const receipt = { key: receiptKeyOfAction(body), hash: hashOf({ batchId }) };
    const undone = await once(ctx, receipt, (inside) => undoSpread(inside, { batchId }));
    await ack();
    const { modal, ...message } = buildSpreadUndone(undone, wordsFor(ctx.rep.locale));
    if (body.view) await client.views.update({ view_id: body.view.id, view: modal });
    else await respond({ response_type: 'ephemeral', replace_original: false, ...message });
    await redrawScreens(ctx, { ...deps, client });
  };
}
