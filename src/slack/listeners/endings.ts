import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import { InvalidError } from '../../domain/errors.ts';
import { NOT_A_PROSPECT_REASONS } from '../../domain/prospect.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { markNotAProspect } from '../../services/mark-not-a-prospect.ts';
import { revisitProspect } from '../../services/revisit-prospect.ts';
import { undoChange } from '../../services/undo-change.ts';
import { actorOf } from '../identify.ts';
import { ENDING_BLOCK } from '../views/ending-answer.ts';
import { oneOf } from '../views/form-state.ts';
import { buildUndoAnswer, buildUndoModal } from '../views/touch-answer.ts';
import { readProspectValue, readRowValue } from '../views/values.ts';
import { changeOnClick } from './change-on-click.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { drawEnding, loadEnding, showInstead } from './show-ending.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type MenuArgs = SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;

/** The card's menu: it is not a prospect, for one of four plain reasons. */
export function markFromCard(deps: ListenerDeps): Middleware<MenuArgs> {
  return async (args) => {
    const ctx = actorOf(args.context);
    const row = readRowValue(args.action.selected_option.value);
    const reason = oneOf(NOT_A_PROSPECT_REASONS, row.deed);
    if (reason === null) throw new InvalidError(({ endings }) => endings.chooseWhy);
    await changeOnClick(ctx, { ...args, deps, value: row }, (inside) =>
      markNotAProspect(inside, { ...row, reason }),
    );
    const model = await loadEnding(ctx, row.prospectId);
    await showInstead(args, drawEnding(ctx, model));
  };
}

/** Re-open: due again for its owner. */
export function reopenFromButton(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async (args) => {
    const ctx = actorOf(args.context);
    const value = readProspectValue(args.action.value);
    await changeOnClick(ctx, { ...args, deps, value }, (inside) =>
      revisitProspect(inside, { ...value, deed: 'reopen' }),
    );
    const model = await loadEnding(ctx, value.prospectId, { kind: 'reopened' });
    await showInstead(args, drawEnding(ctx, model));
  };
}

/** Undo of such a change: the prospect stands as before. */
export function undoFromButton(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async (args) => {
    const { action, body, context } = args;
    const ctx = actorOf(context);
    const value = readProspectValue(action.value);
    await changeOnClick(ctx, { ...args, deps, value }, (inside) => undoChange(inside, value));
    // On the digest the row itself came back; only an answer of its own is replaced.
    const isOwnAnswer = body.container.is_ephemeral === true || action.block_id === ENDING_BLOCK;
    if (!isOwnAnswer && !body.view) return;
    const { zone, locale } = ctx.rep;
    const words = wordsFor(locale);
    const prospect = await findOneProspect(ctx, value.prospectId);
    const today = localDateOf(ctx.now, zone);
    const message = buildUndoAnswer({ touch: null, prospect, today, zone }, words);
    await showInstead(args, { message, modal: buildUndoModal(message, words) });
  };
}
