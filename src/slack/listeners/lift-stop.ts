import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { type LiftInput, liftStop } from '../../services/lift-stop.ts';
import { hashOf, once } from '../../services/once.ts';
import { mustManage } from '../../services/permissions.ts';
import { showProspect } from '../../services/show-prospect.ts';
import { redrawScreens } from '../after-change.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { respondLater } from '../respond-later.ts';
import { showWindow } from '../show-window.ts';
import type { EndingAnswer } from '../views/ending-answer.ts';
import {
  buildLiftStopModal,
  LIFT_STOP_BLOCKS,
  type LiftStopForm,
  readLiftStopForm,
  readLiftStopMeta,
} from '../views/lift-stop-modal.ts';
import { labelText } from '../views/prospect-line.ts';
import { readProspectValue } from '../views/values.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { drawEnding, loadEnding } from './show-ending.ts';

/** "Lift the stop…": asks why. */
export const openLiftFromButton: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
> = async ({ ack, action, body, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  mustManage(ctx.rep, 'liftStop');
  const value = readProspectValue(action.value);
  const { prospect, stopSaid } = await showProspect(ctx, value);
  const { response_url: responseUrl } = body;
  const form: LiftStopForm = {
    meta: { v: 1, nonce: randomUUID(), ...value, ...(responseUrl ? { responseUrl } : {}) },
    label: labelText(prospect),
    stopSaid,
    channels: prospect.stoppedChannels,
  };
  const view = buildLiftStopModal(form, wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

/** The reason was given: lifts, and says what comes next where the card stood. */
export function submitLift(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    nameFields(context, LIFT_STOP_BLOCKS);
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readLiftStopMeta(view.private_metadata));
    const form = mustBeRight(readLiftStopForm(view.state.values));
    const { prospectId, version, nonce, responseUrl } = meta;
    const done = await liftOnce(ctx, nonce, { prospectId, version, ...form });
    const { message, modal } = drawEnding(ctx, await loadEnding(ctx, prospectId, done));
    if (responseUrl) {
      await ack();
      const how = { message, apiUrl: deps.apiUrl, replaceOriginal: true };
      await respondLater(responseUrl, how).catch(() => false);
    } else {
      await ack({ response_action: 'update', view: modal });
    }
    await redrawScreens(ctx, { ...deps, client });
  };
}

async function liftOnce(
  ctx: RepContext,
  nonce: string,
  input: LiftInput,
): Promise<EndingAnswer['done']> {
  const receipt = { key: `view:lift:${nonce}`, hash: hashOf({ ...input }) };
  return once(ctx, receipt, async (inside) => {
    const { channel, others } = await liftStop(inside, input);
    return { kind: 'lifted' as const, channel, others };
  });
}
