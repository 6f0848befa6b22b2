import type {
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Prospect } from '../../domain/prospect.ts';
import type { Channel } from '../../domain/touch.ts';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { type KeptTouch, keepTouch, loadKeptTouch } from '../../services/kept-touch.ts';
import { logTouch } from '../../services/log-touch.ts';
import { markNotAProspect } from '../../services/mark-not-a-prospect.ts';
import { hashOf, once } from '../../services/once.ts';
import { revisitProspect } from '../../services/revisit-prospect.ts';
import { snoozeProspect } from '../../services/snooze-prospect.ts';
import { changeThenRedraw, redrawUnchanged } from '../after-change.ts';
import { loadAnswer } from '../answer-touch.ts';
import { actorOf } from '../identify.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import { type Opening, showWindow, windowOf } from '../show-window.ts';
import { buildEndingModal } from '../views/ending-answer.ts';
import { buildAnswerModal } from '../views/touch-answer.ts';
import { type RowValue, readRowValue } from '../views/values.ts';
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
        const result = await changeOnce(ctx, { row, key });
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

type Result =
  | { kind: 'done' }
  | { kind: 'logged'; kept: KeptTouch }
  | { kind: 'no prospect' }
  /** A promise: ask whether the new day was agreed. */
  | { kind: 'ask_agreed'; on: string }
  /** The third snooze in a row: ask what is in the way. */
  | { kind: 'ask_why'; on: string };
const DONE: Result = { kind: 'done' };

/** Does what the menu says once for each click; a promise is asked about instead of moved. */
async function changeOnce(
  ctx: RepContext,
  { row, key }: { row: RowValue; key: string },
): Promise<Result> {
  const { deed, prospectId, version } = row;
  return once(ctx, { key, hash: hashOf(row) }, async (inside): Promise<Result> => {
    switch (deed) {
      case 'no_answer':
      case 'sent': {
        const prospect = await findOneProspect(inside, prospectId);
        const channel = channelFor(deed, prospect);
        const logged = await logTouch(inside, { prospectId, version, channel, outcome: deed });
        return { kind: 'logged', kept: keepTouch(logged) };
      }
      case 'tomorrow':
      case 'in_three': {
        const snoozed = await snoozeProspect(inside, { prospectId, version, to: deed });
        return snoozed.kind === 'snoozed' ? DONE : { kind: snoozed.kind, on: snoozed.on };
      }
      case 'reopen':
      case 'later':
      case 'drop':
        await revisitProspect(inside, { prospectId, version, deed });
        return DONE;
      case 'duplicate':
      case 'existing_customer':
      case 'company_gone':
      case 'added_by_mistake':
        await markNotAProspect(inside, { prospectId, version, reason: deed });
        return { kind: 'no prospect' };
      default:
        return DONE;
    }
  });
}

/** The channel the next step named, else the way there is: a number to call, an address to write to. */
function channelFor(deed: 'no_answer' | 'sent', prospect: Prospect): Channel {
  const planned = prospect.standing.next?.channel;
  if (planned) return planned;
  if (deed === 'no_answer' || prospect.email === null) return 'call';
  return 'email';
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
  result: Result,
): Promise<ModalView | null> {
  if (result.kind === 'ask_agreed') return drawSnoozeForm(ctx, { ...row, on: result.on });
  if (result.kind === 'ask_why') return drawSnoozeQuestion(ctx, { ...row, on: result.on });
  return null;
}
