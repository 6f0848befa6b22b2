import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Prospect } from '../../domain/prospect.ts';
import type { Verdict } from '../../domain/same-person.ts';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { decideHeldMatch } from '../../services/decide-held-match.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { listHeld } from '../../services/list-held.ts';
import { showProspect } from '../../services/show-prospect.ts';
import { actorOf } from '../identify.ts';
import { showWindow } from '../show-window.ts';
import { buildHeldMessage, buildHeldModal, HELD_PAGE, HELD_PLACES } from '../views/held-matches.ts';
import { buildCardModal, buildProspectCard } from '../views/prospect-card.ts';
import { readHeldValue } from '../views/values.ts';
import { changeOnClick } from './change-on-click.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { type Drawn, showInstead } from './show-ending.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Home's "Look": everybody who waits for a manager's word. */
export const openHeldFromButton: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const held = await listHeld(ctx, { limit: HELD_PAGE });
  const view = buildHeldModal({ ...held, decided: null }, wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

/** The same person, or somebody else; the card or the list then shows how things stand. */
export function decideFromButton(deps: ListenerDeps, verdict: Verdict): Middleware<ButtonArgs> {
  return async (args) => {
    const ctx = actorOf(args.context);
    const pair = readHeldValue(args.action.value);
    const { prospectId } = pair;
    await changeOnClick(ctx, { ...args, deps, value: { ...pair, verdict } }, (inside) =>
      decideHeldMatch(inside, { ...pair, verdict }),
    );
    const isCard = args.action.block_id.startsWith(`${HELD_PLACES.card}.`);
    const answer = isCard
      ? await drawCard(ctx, prospectId)
      : await drawList(ctx, { prospect: await findOneProspect(ctx, prospectId), verdict });
    await showInstead(args, answer);
  };
}

async function drawCard(ctx: RepContext, prospectId: string): Promise<Drawn> {
  const words = wordsFor(ctx.rep.locale);
  const shown = await showProspect(ctx, { prospectId });
  return { message: buildProspectCard(shown, words), modal: buildCardModal(shown, words) };
}

async function drawList(
  ctx: RepContext,
  decided: { prospect: Prospect; verdict: Verdict },
): Promise<Drawn> {
  const words = wordsFor(ctx.rep.locale);
  const model = { ...(await listHeld(ctx, { limit: HELD_PAGE })), decided };
  return { message: buildHeldMessage(model, words), modal: buildHeldModal(model, words) };
}
