import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { InvalidError } from '../../domain/errors.ts';
import type { RepContext } from '../../services/context.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { loadOwnCracks } from '../../services/load-cracks.ts';
import { loadSweep } from '../../services/load-sweep.ts';
import { noteCrack } from '../../services/note-crack.ts';
import { loadSeenCracks, nudgeRep } from '../../services/nudge-rep.ts';
import { hashOf, once } from '../../services/once.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import { showWindow } from '../show-window.ts';
import { buildOwnCracks, buildOwnCracksModal, buildSeenCracks } from '../views/crack-list.ts';
import {
  buildCrackNoteModal,
  buildNotedModal,
  CRACK_NOTE_BLOCKS,
  readCrackNoteForm,
  readCrackNoteMeta,
} from '../views/crack-note-modal.ts';
import type { Message } from '../views/digest-message.ts';
import { buildSweep } from '../views/manager-sweep.ts';
import { buildSentence } from '../views/notice.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** `/followup cracks [me]`: a manager's sweep as it stands, or what the manager will see of one's own. */
export async function answerCracks(ctx: RepContext, rest: string): Promise<Message> {
  const word = rest.trim().toLowerCase();
  if (word !== '' && word !== 'me') {
    throw new InvalidError(() => 'Whose? Write /followup cracks, or /followup cracks me.');
  }
  const isSweep = ctx.rep.isManager && word === '';
  return isSweep ? buildSweep(await loadSweep(ctx)) : buildOwnCracks(await loadOwnCracks(ctx));
}

/** The digest's "What goes Monday". */
export const openOwnCracks: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  const view = buildOwnCracksModal(await loadOwnCracks(actorOf(context)));
  await showWindow({ client, context }, view);
};

/** "See": one rep's, to the manager alone. */
export const seeCracks: Middleware<ButtonArgs> = async ({ ack, action, context, respond }) => {
  await ack();
  const { rep, ...seen } = await loadSeenCracks(actorOf(context), { repId: action.value ?? '' });
  const message = buildSeenCracks({ name: rep.name, ...seen });
  await respond({ response_type: 'ephemeral', replace_original: false, ...message });
};

/** "Nudge": the rep gets one message about them. */
export const nudge: Middleware<ButtonArgs> = async ({ ack, action, body, context, respond }) => {
  await ack();
  const ctx = actorOf(context);
  const repId = action.value ?? '';
  const receipt = { key: receiptKeyOfAction(body), hash: hashOf({ repId }) };
  const { name, count } = await once(ctx, receipt, async (inside) => {
    const nudged = await nudgeRep(inside, { repId });
    return { name: nudged.rep.name, count: nudged.count };
  });
  const message = buildSentence(`${name} gets a message about ${count} from you.`);
  await respond({ response_type: 'ephemeral', replace_original: false, ...message });
};

/** "Add a line" beside one. */
export const openCrackNote: Middleware<ButtonArgs> = async ({ ack, action, context, client }) => {
  await ack();
  const prospect = await findOneProspect(actorOf(context), action.value ?? '');
  const meta = { v: 1 as const, nonce: randomUUID(), prospectId: prospect.id };
  const view = buildCrackNoteModal({ meta, prospect });
  await showWindow({ client, context }, view);
};

export const submitCrackNote: Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> = async ({
  ack,
  view,
  context,
}) => {
  nameFields(context, CRACK_NOTE_BLOCKS);
  const ctx = actorOf(context);
  const meta = mustHaveMeta(readCrackNoteMeta(view.private_metadata));
  const form = mustBeRight(readCrackNoteForm(view.state.values));
  const { prospectId } = meta;
  const prospect = await noteCrack(ctx, { prospectId, ...form });
  await ack({ response_action: 'update', view: buildNotedModal({ prospect }) });
};
