import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { InvalidError } from '../../domain/errors.ts';
import { logSentence, questionSentence, type SentenceInput } from '../../services/log-sentence.ts';
import { redrawScreens } from '../after-change.ts';
import { answerSentence } from '../answer-sentence.ts';
import { actorOf } from '../identify.ts';
import { drawSentenceForm } from '../sentence-form.ts';
import { showWindow, windowOf } from '../show-window.ts';
import { readSentenceValue, type SentenceValue } from '../views/sentence-question.ts';
import type { ListenerDeps } from './listener-deps.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/**
 * "Which one?" and "What happened?": logged with what they chose, or asked on, in the form where it
 * is more than what happened.
 */
export function logSentenceWith(deps: ListenerDeps): Middleware<ButtonArgs> {
  return async ({ ack, action, body, context, client, respond }) => {
    const ctx = actorOf(context);
    const held = readHeld(action);
    const result = await logSentence(ctx, inputOf(held));
    await ack();
    if (result.kind === 'logged' || result.why === 'outcome') {
      await windowOf(context).end();
      const message = await answerSentence(ctx, result, held);
      await respond({ replace_original: true, ...message });
      await redrawScreens(ctx, { ...deps, client });
      return;
    }
    const view = await drawSentenceForm(ctx, {
      question: result,
      meta: { nonce: held.key, from: 'command', responseUrl: body.response_url },
    });
    await showWindow({ client, context }, view);
  };
}

/** The form with what was understood, to correct and complete; also for somebody new. */
export const openSentenceForm: Middleware<ButtonArgs> = async ({
  ack,
  action,
  body,
  context,
  client,
}) => {
  await ack();
  const ctx = actorOf(context);
  const held = readHeld(action);
  const view = await drawSentenceForm(ctx, {
    question: await questionSentence(ctx, inputOf(held)),
    name: held.name,
    meta: { nonce: held.key, from: 'command', responseUrl: body.response_url },
  });
  await showWindow({ client, context }, view);
};

function readHeld(action: ButtonAction): SentenceValue {
  const held = readSentenceValue(action.value);
  if (!held) throw new InvalidError(({ sentences }) => sentences.questionTooOld);
  return held;
}

function inputOf({ text, at, key, prospectId, outcome }: SentenceValue): SentenceInput {
  return { text, key, writtenAt: new Date(at), about: prospectId, happened: outcome };
}
