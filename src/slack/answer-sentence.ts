import { wordsFor } from '../domain/words/words.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from '../services/context.ts';
import type { SentenceResult } from '../services/log-sentence.ts';
import { loadAnswer } from './answer-touch.ts';
import type { Message } from './views/digest-message.ts';
import { buildSentenceQuestion, type SentenceValue } from './views/sentence-question.ts';
import { buildTouchAnswer } from './views/touch-answer.ts';

/** What became of a sentence in the bot's direct message: what was logged, or what is asked. */
export async function answerSentence(
  ctx: RepContext,
  result: SentenceResult,
  value: SentenceValue,
): Promise<Message> {
  const words = wordsFor(ctx.rep.locale);
  if (result.kind === 'logged') {
    return buildTouchAnswer(await loadAnswer(ctx, result.logged), words);
  }
  const today = localDateOf(ctx.now, ctx.rep.zone);
  return buildSentenceQuestion({ ...result, today, value }, words);
}
