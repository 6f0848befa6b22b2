import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { ConflictError } from '../../domain/errors.ts';
import { totalOf } from '../../domain/owned.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { loadOwned } from '../../services/hand-over.ts';
import { hashOf } from '../../services/once.ts';
import { redrawScreens } from '../after-change.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { showWindow } from '../show-window.ts';
import {
  buildHandedOverModal,
  buildHandOverModal,
  HAND_OVER_BLOCKS,
  readHandOverForm,
  readHandOverMeta,
} from '../views/hand-over-modal.ts';
import { handOverOnce } from './hand-over.ts';
import type { ListenerDeps } from './listener-deps.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** "Hand over" of one who left: what there is, and to whom it goes. */
export const openHandOver: Middleware<ButtonArgs> = async ({ ack, action, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const from = await loadOwned(ctx, { repId: action.value ?? '' });
  if (totalOf(from.owned) === 0) {
    const left = { name: from.name, scope: 'all' as const };
    throw new ConflictError((words) => words.handOver.nothingLeft(left));
  }
  const meta = { v: 1 as const, nonce: randomUUID(), fromRepId: from.id };
  const view = buildHandOverModal({ meta, from }, wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

export function submitHandOver(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    nameFields(context, HAND_OVER_BLOCKS);
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readHandOverMeta(view.private_metadata));
    const form = mustBeRight(readHandOverForm(view.state.values));
    const input = { fromRepId: meta.fromRepId, ...form };
    const receipt = { key: `view:hand_over:${meta.nonce}`, hash: hashOf(input) };
    const answer = await handOverOnce(ctx, { client, input, receipt });
    const handedOver = buildHandedOverModal(answer, wordsFor(ctx.rep.locale));
    await ack({ response_action: 'update', view: handedOver });
    await redrawScreens(ctx, { ...deps, client });
  };
}
