import type {
  BlockAction,
  ButtonAction,
  Middleware,
  RespondFn,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { wordsFor } from '../../domain/words/words.ts';
import { claimAnswer } from '../../services/claim-answer.ts';
import type { RepContext } from '../../services/context.ts';
import { type KeptTouch, loadKeptTouch } from '../../services/kept-touch.ts';
import { changeThenRedraw } from '../after-change.ts';
import { loadAnswer } from '../answer-touch.ts';
import { actorOf } from '../identify.ts';
import { REMINDER_BLOCK } from '../views/promise-reminder.ts';
import { ANSWER_BLOCK, buildAnswerModal, buildTouchAnswer } from '../views/touch-answer.ts';
import { readRowValue, writeRowValue } from '../views/values.ts';
import { changeRow } from './change-row.ts';
import type { ListenerDeps } from './listener-deps.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** One tap for a call nobody answered: what the first entry of a row's menu does. */
export function logNoAnswer(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, action, body, context, client, respond }) => {
    const ctx = actorOf(context);
    const row = { ...readRowValue(action.value ?? ''), deed: 'no_answer' as const };
    // By what the button says, not by click: an impatient second tap is the same call.
    const key = `tap:${ctx.rep.id}:${writeRowValue(row)}`;
    await changeThenRedraw(
      ctx,
      { ...deps, client },
      {
        prospectId: row.prospectId,
        change: async () => {
          const result = await changeRow(ctx, { row, key });
          await ack();
          if (result.kind !== 'logged' || !(await claimAnswer(ctx, key))) return;
          await answerInPlace(
            ctx,
            { client, respond, body, blockId: action.block_id },
            result.kept,
          );
        },
      },
    );
  };
}

type Place = { client: WebClient; respond: RespondFn; body: BlockAction; blockId: string };

/** The digest's own row says it; elsewhere the answer takes the reminder's place or stands below. */
async function answerInPlace(
  ctx: RepContext,
  { client, respond, body, blockId }: Place,
  kept: KeptTouch,
): Promise<void> {
  if (blockId !== ANSWER_BLOCK && blockId !== REMINDER_BLOCK) return;
  const answer = await loadAnswer(ctx, await loadKeptTouch(ctx, kept));
  const words = wordsFor(ctx.rep.locale);
  if (body.view) {
    await client.views.update({ view_id: body.view.id, view: buildAnswerModal(answer, words) });
    return;
  }
  await respond({
    response_type: body.container.is_ephemeral === true ? 'ephemeral' : 'in_channel',
    replace_original: blockId === REMINDER_BLOCK,
    ...buildTouchAnswer(answer, words),
  });
}
