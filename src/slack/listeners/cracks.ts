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
import { wordsFor } from '../../domain/words/words.ts';
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
import {
  buildOwnCracks,
  buildOwnCracksModal,
  buildSeenCracks,
  buildSeenCracksModal,
} from '../views/crack-list.ts';
import {
  buildCrackNoteModal,
  buildNotedModal,
  CRACK_NOTE_BLOCKS,
  readCrackNoteForm,
  readCrackNoteMeta,
} from '../views/crack-note-modal.ts';
import type { Message } from '../views/digest-message.ts';
import { buildSweep, buildSweepModal } from '../views/manager-sweep.ts';
import { buildNotice, buildSentence } from '../views/notice.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** `/followup cracks [me]`: a manager's sweep as it stands, or what the manager will see of one's own. */
export async function answerCracks(ctx: RepContext, rest: string): Promise<Message> {
  const word = rest.trim().toLowerCase();
  if (word !== '' && word !== 'me') {
    throw new InvalidError(({ cracks }) => cracks.whose);
  }
  const isSweep = ctx.rep.isManager && word === '';
  const words = wordsFor(ctx.rep.locale);
  return isSweep
    ? buildSweep(await loadSweep(ctx), words)
    : buildOwnCracks(await loadOwnCracks(ctx), words);
}

/** The digest's "What goes Monday". */
export const openOwnCracks: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const view = buildOwnCracksModal(await loadOwnCracks(ctx), wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

/** "See" on App Home: the team's, as the sweep shows them. */
export const openSweep: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const view = buildSweepModal(await loadSweep(ctx), wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

/** "See": one rep's, to the manager alone. */
export const seeCracks: Middleware<ButtonArgs> = async (args) => {
  const { ack, action, body, context, client, respond } = args;
  await ack();
  const ctx = actorOf(context);
  const words = wordsFor(ctx.rep.locale);
  const { rep, ...seen } = await loadSeenCracks(ctx, { repId: action.value ?? '' });
  const model = { name: rep.name, ...seen };
  if (body.view) await showWindow({ client, context }, buildSeenCracksModal(model, words));
  else await respond({ ...ALONE, ...buildSeenCracks(model, words) });
};

/** "Nudge": the rep gets one message about them. */
export const nudge: Middleware<ButtonArgs> = async (args) => {
  const { ack, action, body, context, client, respond } = args;
  await ack();
  const ctx = actorOf(context);
  const words = wordsFor(ctx.rep.locale);
  const repId = action.value ?? '';
  const receipt = { key: receiptKeyOfAction(body), hash: hashOf({ repId }) };
  const nudged = await once(ctx, receipt, async (inside) => {
    const { rep, count } = await nudgeRep(inside, { repId });
    return { name: rep.name, count };
  });
  const said = words.cracks.nudged(nudged);
  if (body.view) await showWindow({ client, context }, buildNotice(said, words));
  else await respond({ ...ALONE, ...buildSentence(said) });
};

const ALONE = { response_type: 'ephemeral', replace_original: false } as const;

/** "Add a line" beside one. */
export const openCrackNote: Middleware<ButtonArgs> = async ({ ack, action, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const prospect = await findOneProspect(ctx, action.value ?? '');
  const meta = { v: 1 as const, nonce: randomUUID(), prospectId: prospect.id };
  const view = buildCrackNoteModal({ meta, prospect }, wordsFor(ctx.rep.locale));
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
  const noted = buildNotedModal({ prospect }, wordsFor(ctx.rep.locale));
  await ack({ response_action: 'update', view: noted });
};
