import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { LocalDate } from '../../domain/local-date.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { addProspect } from '../../services/add-prospect.ts';
import type { RepContext } from '../../services/context.ts';
import { findLikelySamePeople } from '../../services/find-likely-same.ts';
import { hashOf, once, wasDone } from '../../services/once.ts';
import { showProspect } from '../../services/show-prospect.ts';
import { redrawScreens } from '../after-change.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { respondLater } from '../respond-later.ts';
import { showWindow } from '../show-window.ts';
import {
  ADD_PROSPECT_BLOCKS,
  type AddProspectMeta,
  type AddProspectValues,
  buildAddProspectModal,
  readAddProspectForm,
  readAddProspectMeta,
} from '../views/add-prospect-modal.ts';
import { buildCardModal, buildProspectCard } from '../views/prospect-card.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** The button "Add a prospect". */
export const openAddFromButton: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
> = async ({ ack, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const meta = { v: 1 as const, nonce: randomUUID() };
  const view = buildAddProspectModal(
    { meta, name: null, today: todayOf(ctx) },
    wordsFor(ctx.rep.locale),
  );
  await showWindow({ client, context }, view);
};

/** The form was submitted: ask when somebody like that is here, else add and show the card. */
export function submitAddProspect(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    nameFields(context, ADD_PROSPECT_BLOCKS);
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readAddProspectMeta(view.private_metadata));
    const form = mustBeRight(readAddProspectForm(view.state.values));
    const words = wordsFor(ctx.rep.locale);
    if (form.sameAs === null) {
      const likelySame = await findLikelySamePeople(ctx, form.person);
      if (likelySame.length > 0 && !(await wasDone(ctx, receiptKeyOf(meta)))) {
        const { name } = form.person;
        const asked = buildAddProspectModal({ meta, name, likelySame, today: todayOf(ctx) }, words);
        await ack({ response_action: 'update', view: asked });
        return;
      }
    }
    const prospectId = await addOnce(ctx, meta, form);
    const shown = await showProspect(ctx, { prospectId });
    if (meta.responseUrl) {
      await ack();
      const { responseUrl } = meta;
      const message = buildProspectCard(shown, words);
      await respondLater(responseUrl, { message, apiUrl: deps.apiUrl }).catch(() => false);
    } else {
      await ack({ response_action: 'update', view: buildCardModal(shown, words) });
    }
    await redrawScreens(ctx, { ...deps, client });
  };
}

function todayOf({ now, rep }: RepContext): LocalDate {
  return localDateOf(now, rep.zone);
}

async function addOnce(
  ctx: RepContext,
  meta: AddProspectMeta,
  { person, sameAs }: AddProspectValues,
): Promise<string> {
  if (sameAs?.kind === 'use') return sameAs.prospectId;
  const receipt = { key: receiptKeyOf(meta), hash: hashOf(person) };
  return once(ctx, receipt, async (inside) => (await addProspect(inside, person)).id);
}

function receiptKeyOf({ nonce }: AddProspectMeta): string {
  return `view:add:${nonce}`;
}
