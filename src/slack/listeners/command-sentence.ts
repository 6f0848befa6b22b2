import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import {
  logSentence,
  type SentenceInput,
  startsWithSomebody,
} from '../../services/log-sentence.ts';
import { loadAnswer } from '../answer-touch.ts';
import { drawSentenceForm } from '../sentence-form.ts';
import { type Opening, showWindow } from '../show-window.ts';
import type { Message } from '../views/digest-message.ts';
import { buildTouchAnswer } from '../views/touch-answer.ts';

export type CommandSentence = SentenceInput & {
  opening: Opening;
  responseUrl: string;
};

/** What became of a sentence after the command: an answer in words, or a form that was opened. */
export type SentenceAnswer = { kind: 'said'; message: Message } | { kind: 'opened' };

/** Logs a sentence, or opens the form filled with it. */
export async function answerCommandSentence(
  ctx: RepContext,
  { opening, responseUrl, ...input }: CommandSentence,
): Promise<SentenceAnswer> {
  const result = await logSentence(ctx, input);
  if (result.kind === 'logged') {
    const answer = await loadAnswer(ctx, result.logged);
    return { kind: 'said', message: buildTouchAnswer(answer, wordsFor(ctx.rep.locale)) };
  }
  const view = await drawSentenceForm(ctx, {
    question: result,
    meta: { nonce: input.key, from: 'command', responseUrl },
  });
  await showWindow(opening, view);
  return { kind: 'opened' };
}

/** The same for words that begin with no verb; null when they are no sentence either. */
export async function answerIfSentence(
  ctx: RepContext,
  sentence: CommandSentence,
): Promise<SentenceAnswer | null> {
  return (await startsWithSomebody(ctx, sentence)) ? answerCommandSentence(ctx, sentence) : null;
}
