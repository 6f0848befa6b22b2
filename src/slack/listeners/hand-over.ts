import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { InvalidError } from '../../domain/errors.ts';
import { HAND_OVER_SCOPES, type HandOverScope } from '../../domain/owned.ts';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { readRep } from '../../services/find-reps.ts';
import { type HandOverInput, handOver, previewHandOver } from '../../services/hand-over.ts';
import { hashOf, once, type RequestReceipt } from '../../services/once.ts';
import { undoHandOver } from '../../services/undo-hand-over.ts';
import { redrawScreens } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import type { Message } from '../views/digest-message.ts';
import { oneOf } from '../views/form-state.ts';
import {
  buildHandOverAnswer,
  buildHandOverDone,
  buildHandOverPreview,
  buildHandOverUndone,
} from '../views/hand-over-message.ts';
import { readHandOverValue } from '../views/hand-over-value.ts';
import type { ListenerDeps } from './listener-deps.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** `/followup handover @ana to @ben [all|due]`: what that would give, and a button that does it. */
export async function answerHandOver(ctx: RepContext, rest: string): Promise<Message> {
  const { from, to, scope } = readWords(rest);
  const fromRepId = (await readRep(ctx, from)).id;
  const toRepId = (await readRep(ctx, to)).id;
  const preview = await previewHandOver(ctx, { fromRepId, toRepId, scope });
  return buildHandOverPreview(preview, wordsFor(ctx.rep.locale));
}

/** The preview's button: hands over, says so there, and leaves the undo in the direct message. */
export function confirmHandOver(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, action, body, context, client, respond }) => {
    await ack();
    const ctx = actorOf(context);
    const value = readHandOverValue(action.value ?? '');
    const receipt = { key: receiptKeyOfAction(body), hash: hashOf(value) };
    const answer = await handOverOnce(ctx, { client, input: value, receipt });
    await respond({ replace_original: true, ...answer });
    await redrawScreens(ctx, { ...deps, client });
  };
}

/** Does it once for a request; its undo stands where the manager finds it again. */
export async function handOverOnce(
  ctx: RepContext,
  { client, input, receipt }: { client: WebClient; input: HandOverInput; receipt: RequestReceipt },
): Promise<Message> {
  const done = await once(ctx, receipt, async (inside) => {
    const { from, to, batchId, count } = await handOver(inside, input);
    return { from: from.name, to: to.name, batchId, count };
  });
  const words = wordsFor(ctx.rep.locale);
  const message = buildHandOverDone(done, words);
  await client.chat.postMessage({ channel: ctx.rep.slackUserId, ...message });
  return buildHandOverAnswer(done, words);
}

/** Undo: what has not changed since is the first owner's again. */
export function undoHandedOver(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, action, body, context, client, respond }) => {
    await ack();
    const ctx = actorOf(context);
    const batchId = action.value ?? '';
    const receipt = { key: receiptKeyOfAction(body), hash: hashOf({ batchId }) };
    const undone = await once(ctx, receipt, (inside) => undoHandOver(inside, { batchId }));
    const answer = buildHandOverUndone(undone, wordsFor(ctx.rep.locale));
    await respond({ replace_original: true, ...answer });
    await redrawScreens(ctx, { ...deps, client });
  };
}

function readWords(rest: string): { from: string; to: string; scope: HandOverScope } {
  const [, from, to, last] = /^(\S.*?)\s+to\s+(\S.*?)(?:\s+(all|due))?$/i.exec(rest.trim()) ?? [];
  if (!from || !to) {
    throw new InvalidError((words) => words.handOver.whom);
  }
  return { from, to, scope: oneOf(HAND_OVER_SCOPES, last?.toLowerCase() ?? null) ?? 'all' };
}
