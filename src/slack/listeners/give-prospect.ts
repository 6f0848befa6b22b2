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
import { localDateOf } from '../../domain/zone.ts';
import { changeOwner } from '../../services/change-owner.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { getRep } from '../../services/get-rep.ts';
import { loadNames } from '../../services/load-day.ts';
import { hashOf, once } from '../../services/once.ts';
import { redrawScreens } from '../after-change.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { showWindow } from '../show-window.ts';
import {
  buildGiveModal,
  buildGivenModal,
  GIVE_BLOCKS,
  readGiveForm,
  readGiveMeta,
} from '../views/give-modal.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** "Give to…" on a card. */
export const openGive: Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> = async ({
  ack,
  action,
  context,
  client,
}) => {
  await ack();
  const ctx = actorOf(context);
  const prospect = await findOneProspect(ctx, action.value ?? '');
  const { id: prospectId, version, ownerId } = prospect;
  const ownerName = (await loadNames(ctx))(ownerId);
  const meta = { v: 1 as const, nonce: randomUUID(), prospectId, version };
  const view = buildGiveModal({ meta, prospect, ownerName }, wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

/** The new owner was chosen: the window says who has it now. */
export function submitGive(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    nameFields(context, GIVE_BLOCKS);
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readGiveMeta(view.private_metadata));
    const form = mustBeRight(readGiveForm(view.state.values));
    const { toRepId } = form;
    const { prospectId, version, nonce } = meta;
    const receipt = { key: `view:give:${nonce}`, hash: hashOf(form) };
    await once(ctx, receipt, async (inside) => {
      await changeOwner(inside, { prospectId, version, toRepId });
      return null;
    });
    const prospect = await findOneProspect(ctx, prospectId);
    const { name: ownerName } = await getRep(ctx, toRepId);
    const { zone, locale } = ctx.rep;
    const given = { prospect, ownerName, today: localDateOf(ctx.now, zone), zone };
    const answer = buildGivenModal(given, wordsFor(locale));
    await ack({ response_action: 'update', view: answer });
    await redrawScreens(ctx, { ...deps, client });
  };
}
