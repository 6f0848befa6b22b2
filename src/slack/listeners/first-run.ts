import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { loadPreview } from '../../services/load-preview.ts';
import { actorOf } from '../identify.ts';
import { respondLater } from '../respond-later.ts';
import { showWindow } from '../show-window.ts';
import { wordsOf } from '../tell-person.ts';
import { buildImportHelp } from '../views/empty-state.ts';
import { buildDigestPreview, buildPostPreview } from '../views/preview.ts';
import type { CommandVerb } from './command-verb.ts';
import type { ListenerDeps } from './listener-deps.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** "Import": how a list comes in. */
export const openImport: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  await showWindow({ client, context }, buildImportHelp(wordsOf(context)));
};

/** "Preview", and `/followup preview`: the next digest and team post, to the person alone. */
export function previewFromButton(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, body, context }) => {
    await ack();
    await sayPreview(actorOf(context), { responseUrl: body.response_url, apiUrl: deps.apiUrl });
  };
}

export const answerPreview: NonNullable<CommandVerb['opens']> = (ctx, { opening, responseUrl }) =>
  sayPreview(ctx, { responseUrl, apiUrl: opening.client.slackApiUrl });

async function sayPreview(
  ctx: RepContext,
  { responseUrl, apiUrl }: { responseUrl: string; apiUrl: string },
): Promise<void> {
  const { digest, post } = await loadPreview(ctx);
  const words = wordsFor(ctx.rep.locale);
  const postPreview = buildPostPreview(post, { words, teamWords: wordsFor(post.locale) });
  for (const message of [buildDigestPreview(digest, words), postPreview]) {
    await respondLater(responseUrl, { message, apiUrl });
  }
}
