import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
} from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { listProspectsFor } from '../../services/list-prospects.ts';
import { publishHome } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { showWindow } from '../show-window.ts';
import { buildListModal, LIST_PAGE } from '../views/prospect-list.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** App Home is drawn fresh each time somebody opens it. */
export function openHome(
  deps: ListenerDeps,
): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ event, context, client }) => {
    if (event.tab === 'home') await publishHome(actorOf(context), { ...deps, client });
  };
}

/** The digest's "Open list": everything open, soonest first. */
export const openListFromButton: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
> = async ({ ack, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const list = await listProspectsFor(ctx, { scope: 'open', limit: LIST_PAGE });
  const words = wordsFor(ctx.rep.locale);
  const { your, nothingOpenYet: empty } = words.card.list;
  const { zone } = ctx.rep;
  const view = buildListModal({ ...list, title: [your.open], zone, empty }, words);
  await showWindow({ client, context }, view);
};
