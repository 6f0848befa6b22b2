import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { loadInsights } from '../../services/load-insights.ts';
import { answerDrawn } from '../answer-drawn.ts';
import { actorOf } from '../identify.ts';
import { showWindow } from '../show-window.ts';
import { buildInsightsMessage, buildInsightsModal } from '../views/insights-message.ts';
import { readInsightsValue, readInsightsWords } from '../views/insights-value.ts';
import type { CommandVerb } from './command-verb.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** `/followup insights`: what the touches so far teach, with charts where Slack draws them. */
export const answerInsights: NonNullable<CommandVerb['opens']> = async (
  ctx,
  { opening, rest, responseUrl },
) => {
  const model = await loadInsights(ctx, readInsightsWords(rest, ctx.rep));
  await answerDrawn(responseUrl, {
    answer: buildInsightsMessage(model, wordsFor(ctx.rep.locale)),
    apiUrl: opening.client.slackApiUrl,
  });
};

/** "Insights" on App Home. */
export const openInsights: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
> = async ({ ack, context, client }) => {
  await ack();
  const ctx = actorOf(context);
  const model = await loadInsights(ctx, readInsightsWords('', ctx.rep));
  const view = buildInsightsModal(model, wordsFor(ctx.rep.locale));
  await showWindow({ client, context }, view);
};

/** Other days, or somebody else's: the same answer drawn anew in its place. */
export function redrawInsights(
  deps: ListenerDeps,
): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> {
  return async ({ ack, action, body, context, client }) => {
    await ack();
    const ctx = actorOf(context);
    const words = wordsFor(ctx.rep.locale);
    const model = await loadInsights(ctx, readInsightsValue(action.value ?? ''));
    if (body.view?.type === 'modal') {
      const view = buildInsightsModal(model, words);
      await client.views.update({ view_id: body.view.id, view });
      return;
    }
    await answerDrawn(body.response_url, {
      answer: buildInsightsMessage(model, words),
      apiUrl: deps.apiUrl,
      replaceOriginal: true,
    });
  };
}
