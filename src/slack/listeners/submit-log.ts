import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { LoggedTouch } from '../../domain/logged-touch.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { addProspect } from '../../services/add-prospect.ts';
import type { RepContext } from '../../services/context.ts';
import { editTouch } from '../../services/edit-touch.ts';
import { findLikelySamePeople } from '../../services/find-likely-same.ts';
import { momentOf, noteFormTurn } from '../../services/form-turns.ts';
import { keepTouch, loadKeptTouch } from '../../services/kept-touch.ts';
import { logTouch } from '../../services/log-touch.ts';
import { hashOf, once, wasDone } from '../../services/once.ts';
import { redrawScreens } from '../after-change.ts';
import { loadAnswer } from '../answer-touch.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { respondLater } from '../respond-later.ts';
import type { Message } from '../views/digest-message.ts';
import { fieldBlocksOf } from '../views/log-touch/blocks.ts';
import { buildLogTouchModal } from '../views/log-touch/build-log-touch.ts';
import type { LogTouchForm } from '../views/log-touch/form.ts';
import { type LogTouchMeta, readLogTouchMeta } from '../views/log-touch/meta.ts';
import {
  type LogTouchValues,
  readLogTouchForm,
  withEntries,
} from '../views/log-touch/read-log-touch.ts';
import { buildAnswerModal, buildTouchAnswer } from '../views/touch-answer.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { drawLogForm } from './open-log.ts';

/** The form was submitted: commit first, acknowledge second, then answer where the touch was logged. */
export function submitLog(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    nameFields(context, fieldBlocksOf(view.state.values));
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readLogTouchMeta(view.private_metadata));
    const form = mustBeRight(readLogTouchForm(view.state.values));
    const question = await askWhetherSame(ctx, withEntries(meta, view.state.values), form);
    if (question) {
      await endRedraws(ctx, view.id, deps);
      await ack({ response_action: 'update', view: question });
      return;
    }
    const logged = await saveOnce(ctx, meta, form);
    const answer = await loadAnswer(ctx, logged);
    const words = wordsFor(ctx.rep.locale);
    if (meta.from === 'modal') {
      await endRedraws(ctx, view.id, deps);
      await ack({ response_action: 'update', view: buildAnswerModal(answer, words) });
    } else if (meta.from === 'row') {
      // All windows: the form may stand on a question that it answered.
      await ack({ response_action: 'clear' });
    } else {
      await ack();
      await answerCommand(meta, buildTouchAnswer(answer, words), deps);
    }
    await redrawScreens(ctx, { ...deps, client });
  };
}

/** What is shown next takes the form's place: a drawing that is still under way comes too late for it. */
async function endRedraws(ctx: RepContext, viewId: string, { clocks }: ListenerDeps) {
  await noteFormTurn(ctx, { viewId, moment: momentOf(await clocks.machine()) });
}

/** The same form with the question whether a new prospect is one that is here; null when it is clear. */
async function askWhetherSame(
  ctx: RepContext,
  entered: Pick<LogTouchForm, 'meta' | 'initial'>,
  { prospect, person, sameAs, touch }: LogTouchValues,
): Promise<ModalView | null> {
  if (prospect.kind === 'known' || sameAs !== null) return null;
  const likelySame = await findLikelySamePeople(ctx, person);
  if (likelySame.length === 0 || (await wasDone(ctx, receiptKeyOf(entered.meta)))) return null;
  const { outcome, channel } = touch;
  const form = await drawLogForm(ctx, { ...entered, prospect, outcome, channel, likelySame });
  return buildLogTouchModal(form, wordsFor(ctx.rep.locale));
}

/** Saves or changes the touch, and its prospect when it is a new one: once for each opening of the form. */
async function saveOnce(
  ctx: RepContext,
  meta: LogTouchMeta,
  values: LogTouchValues,
): Promise<LoggedTouch> {
  const receipt = { key: receiptKeyOf(meta), hash: hashOf(values) };
  const kept = await once(ctx, receipt, async (inside) => {
    const touch = { ...values.touch, prospectId: await chooseProspect(inside, values) };
    const { changes: touchId, version } = meta;
    if (touchId === undefined) return keepTouch(await logTouch(inside, touch));
    return keepTouch(await editTouch(inside, { ...touch, touchId, version }));
  });
  return loadKeptTouch(ctx, kept);
}

function receiptKeyOf({ nonce }: LogTouchMeta): string {
  return `view:log:${nonce}`;
}

async function chooseProspect(
  ctx: RepContext,
  { prospect, person, sameAs }: LogTouchValues,
): Promise<string> {
  if (prospect.kind === 'known') return prospect.prospectId;
  if (sameAs?.kind === 'use') return sameAs.prospectId;
  return (await addProspect(ctx, person)).id;
}

async function answerCommand(
  meta: LogTouchMeta,
  message: Message,
  { apiUrl, log }: ListenerDeps,
): Promise<void> {
  if (!meta.responseUrl) return;
  const how = { message, apiUrl, replaceOriginal: meta.inPlace === true };
  const shown = await respondLater(meta.responseUrl, how).catch(() => false);
  if (!shown) log.warn('An answer to a command did not reach Slack; the touch is saved.');
}
