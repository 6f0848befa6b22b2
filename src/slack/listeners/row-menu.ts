import type {
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { loadKeptTouch } from '../../services/kept-touch.ts';
import { changeThenRedraw, redrawUnchanged } from '../after-change.ts';
import { loadAnswer } from '../answer-touch.ts';
import { actorOf } from '../identify.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import { type Opening, showWindow, windowOf } from '../show-window.ts';
import { buildEndingModal } from '../views/ending-answer.ts';
import { buildAnswerModal } from '../views/touch-answer.ts';
import { type RowValue, readRowValue } from '../views/values.ts';
import { changeRow, type RowResult } from './change-row.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { openLogModal } from './open-log.ts';
import { drawSnoozeForm, drawSnoozeQuestion } from './open-snooze.ts';
import { loadEnding } from './show-ending.ts';

type MenuArgs = SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;

/** A row's menu: two outcomes log at once, others open the form; a snooze acts or asks. */
export function answerRowMenu(deps: ListenerDeps): Middleware<MenuArgs> {
  return async ({ ack, action, body, context, client }) => {
    const ctx = actorOf(context);
    const row = readRowValue(action.selected_option.value);
    const screens = { ...deps, client };
    const opening = { client, context };
    const key = receiptKeyOfAction(body);
    if (row.deed === 'spoke' || row.deed === 'more' || row.deed === 'pick') {
      await ack();
      const from = isHome(body) ? 'modal' : 'row';
      await openForm(ctx, opening, { row, from });
      // The menu would go on showing what was chosen; a fresh drawing shows Log again.
      await redrawUnchanged(ctx, screens, row.prospectId);
      return;
    }
    const asked = await changeThenRedraw(ctx, screens, {
      prospectId: row.prospectId,
      change: async () => {
        const result = await changeRow(ctx, { row, key });
        await ack();
        // Before anything is redrawn: a trigger opens a view for three seconds.
        const asks = await drawAsked(ctx, row, result);
        if (asks) await showWindow(opening, asks);
        if (result.kind === 'logged' && isHome(body)) {
          const logged = await loadKeptTouch(ctx, result.kept);
          const view = buildAnswerModal(await loadAnswer(ctx, logged), wordsFor(ctx.rep.locale));
          await showWindow(opening, view);
        }
        if (result.kind === 'no prospect' && isHome(body)) {
          const view = buildEndingModal(
            await loadEnding(ctx, row.prospectId),
            wordsFor(ctx.rep.locale),
          );
          await showWindow(opening, view);
        }
        await windowOf(context).end();
        return asks !== null;
      },
    });
    if (asked) await redrawUnchanged(ctx, screens, row.prospectId);
  };
}

/** App Home has no row that could show the answer afterwards. */
function isHome({ view }: BlockAction): boolean {
  return view?.type === 'home';
}

async function openForm(
  ctx: RepContext,
  opening: Opening,
  { row, from }: { row: RowValue; from: 'row' | 'modal' },
): Promise<void> {
  const { prospectId } = row;
  if (row.deed === 'pick') {
    await showWindow(opening, await drawSnoozeForm(ctx, { ...row, on: null }));
    return;
  }
  const outcome = row.deed === 'spoke' ? { outcome: 'spoke' as const } : {};
  await openLogModal(ctx, opening, { from, prospectId, ...outcome });
}

/** The window with the question a snooze asks instead of acting; null when it acted. */
async function drawAsked(
  ctx: RepContext,
  row: RowValue,
  result: RowResult,
): Promise<ModalView | null> {
  if (result.kind === 'ask_agreed') return drawSnoozeForm(ctx, { ...row, on: result.on });
  if (result.kind === 'ask_why') return drawSnoozeQuestion(ctx, { ...row, on: result.on });
  return null;
}
