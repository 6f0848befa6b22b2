import { wordsFor } from '../domain/words/words.ts';
import type { RepContext } from '../services/context.ts';
import { nameMentioned } from '../services/name-mentioned.ts';
import { mentionedIn, plainTextOf } from './views/plain-text.ts';

/** A message's text as its writer saw it, with our reps by name. */
export async function readText(ctx: RepContext, text: string | undefined): Promise<string> {
  const raw = text ?? '';
  const names = await nameMentioned(ctx, mentionedIn(raw));
  const { somebody } = wordsFor(ctx.rep.locale).labels;
  return plainTextOf(raw, (slackUserId, label) => names.get(slackUserId) ?? label ?? somebody);
}
