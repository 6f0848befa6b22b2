import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { InvalidError } from '../../domain/errors.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Outcome } from '../../domain/touch.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { nurtureProspect } from '../../services/nurture-prospect.ts';
import { hashOf, once } from '../../services/once.ts';
import { snoozeProspect } from '../../services/snooze-prospect.ts';
import { redrawScreens } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { showWindow, windowOf } from '../show-window.ts';
import { wordsOf } from '../tell-person.ts';
import {
  buildSnoozeAnswer,
  buildWaitingModal,
  readSnoozeQuestionMeta,
  readWaitingForm,
  type SnoozeAnswer,
  type SnoozeQuestionMeta,
} from '../views/snooze-question.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { openLogModal } from './open-log.ts';
import { drawSpread } from './spread.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction>;

/** "Snooze anyway": the snooze that was asked about. */
export function snoozeAnyway(deps: ListenerDeps): Middleware<SubmitArgs> {
  return async ({ ack, view, context, client }) => {
    const ctx = actorOf(context);
    await snoozeOnce(ctx, readMeta(view.private_metadata));
    await ack({ response_action: 'clear' });
    await redrawScreens(ctx, { ...deps, client });
  };
}

/** "They asked for later" and "Log a No" open the log form with that outcome, on top of the question. */
export function logInstead(outcome: Outcome): Middleware<ButtonArgs> {
  return async ({ ack, body, context, client }) => {
    await ack();
    const { prospectId } = metaOf(body);
    const input = { from: 'row' as const, prospectId, outcome };
    await openLogModal(actorOf(context), { client, context }, input);
  };
}

/** "Waiting for us" asks what for. */
export const askWaitingFor: Middleware<ButtonArgs> = async ({ ack, body, context, client }) => {
  await ack();
  const view = buildWaitingModal({ meta: metaOf(body) }, wordsOf(context));
  await showWindow({ client, context }, view);
};

/** What we wait for becomes the next step, on the day chosen. */
export function submitWaitingFor(deps: ListenerDeps): Middleware<SubmitArgs> {
  return async ({ ack, view, context, client }) => {
    const ctx = actorOf(context);
    const meta = readMeta(view.private_metadata);
    const form = mustBeRight(readWaitingForm(view.state.values));
    const { what: waitingFor, on } = form;
    await snoozeOnce(ctx, { ...meta, on }, waitingFor);
    await ack({ response_action: 'clear' });
    await redrawScreens(ctx, { ...deps, client });
  };
}

/** "No time": over pace the spread is offered; with room there is nothing to spread, and it is snoozed. */
export function makeRoom(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, body, context, client }) => {
    const ctx = actorOf(context);
    const meta = metaOf(body);
    const spread = await drawSpread(ctx);
    if (spread) {
      await ack();
      await showWindow({ client, context }, spread);
      return;
    }
    const snoozed = await snoozeOnce(ctx, meta);
    await ack();
    await windowOf(context).end();
    const view = answer(ctx, snoozed, 'snoozed');
    await client.views.update({ view_id: viewOf(body).id, view });
    await redrawScreens(ctx, { ...deps, client });
  };
}

/** "Nurture": the slow rhythm with one tap. */
export function nurtureFromButton(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, body, context, client }) => {
    const ctx = actorOf(context);
    const { nonce, prospectId, version } = metaOf(body);
    const receipt = { key: `view:nurture:${nonce}`, hash: hashOf({ prospectId, version }) };
    await once(ctx, receipt, async (inside) => {
      await nurtureProspect(inside, { prospectId, version });
      return null;
    });
    await ack();
    const view = answer(ctx, await findOneProspect(ctx, prospectId), 'nurtured');
    await client.views.update({ view_id: viewOf(body).id, view });
    await redrawScreens(ctx, { ...deps, client });
  };
}

async function snoozeOnce(
  ctx: RepContext,
  meta: SnoozeQuestionMeta,
  waitingFor: string | null = null,
): Promise<Prospect> {
  const { nonce, prospectId, version, on, agreed } = meta;
  const receipt = { key: `view:anyway:${nonce}`, hash: hashOf({ on, waitingFor }) };
  await once(ctx, receipt, async (inside) => {
    const input = { prospectId, version, to: { on }, agreed, anyway: true, waitingFor };
    await snoozeProspect(inside, input);
    return null;
  });
  return findOneProspect(ctx, prospectId);
}

function answer(
  { now, rep }: RepContext,
  prospect: Prospect,
  became: SnoozeAnswer['became'],
): ModalView {
  const { zone, locale } = rep;
  const model = { prospect, became, today: localDateOf(now, zone), zone };
  return buildSnoozeAnswer(model, wordsFor(locale));
}

function metaOf(body: BlockAction): SnoozeQuestionMeta {
  return readMeta(viewOf(body).private_metadata);
}

function viewOf({ view }: BlockAction) {
  if (!view) throw new InvalidError(({ snooze }) => snooze.faults.windowGone);
  return view;
}

function readMeta(privateMetadata: string): SnoozeQuestionMeta {
  const meta = mustHaveMeta(readSnoozeQuestionMeta(privateMetadata));
  return meta;
}
