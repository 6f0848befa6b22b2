import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { getEditableTouch } from '../../services/get-editable-touch.ts';
import { getOwnTouch } from '../../services/get-own-touch.ts';
import { hashOf, once } from '../../services/once.ts';
import { undoTouch } from '../../services/undo-touch.ts';
import { changeThenRedraw } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import { type Opening, showWindow } from '../show-window.ts';
import { buildLogTouchModal } from '../views/log-touch/build-log-touch.ts';
import { ANSWER_BLOCK, buildUndoAnswer, buildUndoModal } from '../views/touch-answer.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { chosen, drawLogForm, openLogModal } from './open-log.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Undo: the prospect stands as before, and the answer says so where the button stood. */
export function undoLoggedTouch(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, action, body, context, client, respond }) => {
    const ctx = actorOf(context);
    const words = wordsFor(ctx.rep.locale);
    const touchId = action.value ?? '';
    const prospectId = (await getOwnTouch(ctx, { touchId })).prospect.id;
    const message = await changeThenRedraw(
      ctx,
      { ...deps, client },
      {
        prospectId,
        change: async () => {
          const receipt = { key: receiptKeyOfAction(body), hash: hashOf({ touchId }) };
          await once(ctx, receipt, async (inside) => {
            await undoTouch(inside, { touchId });
            return null;
          });
          await ack();
          const undone = await getOwnTouch(ctx, { touchId });
          const { zone } = ctx.rep;
          return buildUndoAnswer({ ...undone, today: localDateOf(ctx.now, zone), zone }, words);
        },
      },
    );
    if (body.view) {
      const view = buildUndoModal(message, words);
      await client.views.update({ view_id: body.view.id, view });
      return;
    }
    // On the digest the row itself came back; only an answer of its own is replaced.
    const isOwnAnswer = body.container.is_ephemeral === true || action.block_id === ANSWER_BLOCK;
    if (isOwnAnswer) await respond({ replace_original: true, ...message });
  };
}

/** Change: the form again, filled with what was logged; submitting changes the touch. */
export const changeLoggedTouch: Middleware<ButtonArgs> = async ({
  ack,
  action,
  body,
  context,
  client,
}) => {
  await ack();
  const touchId = action.value ?? '';
  const inPlace = action.block_id === ANSWER_BLOCK;
  await openChange(actorOf(context), { client, context }, { body, touchId, inPlace });
};

/** The same for a touch chosen from a card's history. */
export const changeChosenTouch: Middleware<
  SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>
> = async ({ ack, action, body, context, client }) => {
  await ack();
  const touchId = action.selected_option.value;
  await openChange(actorOf(context), { client, context }, { body, touchId });
};

async function openChange(
  ctx: RepContext,
  opening: Opening,
  { body, touchId, inPlace = false }: { body: BlockAction; touchId: string; inPlace?: boolean },
): Promise<void> {
  const { touch, prospect } = await getEditableTouch(ctx, { touchId });
  const form = await drawLogForm(ctx, {
    meta: {
      v: 1,
      nonce: randomUUID(),
      from: body.view ? 'modal' : 'command',
      changes: touch.id,
      version: prospect.version,
      ...(body.response_url ? { responseUrl: body.response_url } : {}),
      ...(inPlace ? { inPlace } : {}),
    },
    prospect: chosen(prospect),
    outcome: touch.outcome,
    channel: touch.channel,
  });
  await showWindow(opening, buildLogTouchModal(form, wordsFor(ctx.rep.locale)));
}

/** Log with this prospect, or with nobody chosen yet: from a list, an answer, Home or the digest. */
export const openLogFromButton: Middleware<ButtonArgs> = async ({
  ack,
  action,
  body,
  context,
  client,
}) => {
  await ack();
  const onMessage = body.response_url && body.container.is_ephemeral === true;
  await openLogModal(
    actorOf(context),
    { client, context },
    {
      ...(onMessage ? { from: 'command', responseUrl: body.response_url } : { from: 'modal' }),
      ...(action.value ? { prospectId: action.value } : {}),
    },
  );
};
