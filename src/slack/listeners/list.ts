import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { PAGE_ROWS } from '../../domain/paging.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { listProspectsFor } from '../../services/list-prospects.ts';
import { listLeftBehind } from '../../services/load-gone-owners.ts';
import { actorOf } from '../identify.ts';
import { showWindow } from '../show-window.ts';
import { type ListChoice, type NamedScope, readListValue } from '../views/list-value.ts';
import {
  buildListMessage,
  buildListModal,
  type ListModel,
  listTitle,
  sayEmptyList,
} from '../views/prospect-list.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** A page of a list; which one is read from the words of a command or from a button. */
export async function loadList(
  ctx: RepContext,
  { scope, from }: ListChoice,
): Promise<ListModel & { ownsNone: boolean }> {
  const { zone } = ctx.rep;
  const page = { limit: PAGE_ROWS, from };
  const words = wordsFor(ctx.rep.locale);
  const drawn = { scope, zone, empty: sayEmptyList(scope, words) };
  if (scope === 'left') {
    const left = await listLeftBehind(ctx, page);
    const today = localDateOf(ctx.now, zone);
    return {
      ...left,
      ...drawn,
      today,
      title: listTitle({ scope, ofRep: null }, words),
      ownsNone: false,
    };
  }
  const list = await listProspectsFor(ctx, { scope, ...page });
  return { ...list, ...drawn, title: listTitle({ scope, ofRep: list.ofRep }, words) };
}

/** The digest's "Open list", and "See them" of what somebody left behind. */
export function openListFromButton(scope: NamedScope): Middleware<ButtonArgs> {
  return async ({ ack, context, client }) => {
    await ack();
    const ctx = actorOf(context);
    const words = wordsFor(ctx.rep.locale);
    const view = buildListModal(await loadList(ctx, { scope, from: 0 }), words);
    await showWindow({ client, context }, view);
  };
}

/** Another page of a list, in place of the one it stood on. */
export const turnListPage: Middleware<ButtonArgs> = async (args) => {
  const { ack, action, body, context, client, respond } = args;
  await ack();
  const ctx = actorOf(context);
  const words = wordsFor(ctx.rep.locale);
  const list = await loadList(ctx, readListValue(action.value));
  if (body.view) {
    await client.views.update({ view_id: body.view.id, view: buildListModal(list, words) });
    return;
  }
  await respond({ replace_original: true, ...buildListMessage(list, words) });
};
