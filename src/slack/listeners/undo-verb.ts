import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { getOwnTouch } from '../../services/get-own-touch.ts';
import { hashOf, once } from '../../services/once.ts';
import { undoLastTouch } from '../../services/undo-last-touch.ts';
import type { Message } from '../views/digest-message.ts';
import { buildUndoAnswer } from '../views/touch-answer.ts';
import type { CommandVerb } from './command-verb.ts';

/** The way back from the last touch, wherever it was logged. */
export const UNDO_VERB: CommandVerb = {
  name: 'undo',
  group: 'daily',
  answers: answerUndo,
  changes: true,
};

/** Slack may send the command again: that must not undo the touch before as well. */
async function answerUndo(
  ctx: RepContext,
  _rest: string,
  { key }: { key: string },
): Promise<Message> {
  const touchId = await once(ctx, { key, hash: hashOf('undo') }, async (inside) => {
    return (await undoLastTouch(inside)).touch.id;
  });
  const undone = await getOwnTouch(ctx, { touchId });
  const { zone, locale } = ctx.rep;
  const model = { ...undone, today: localDateOf(ctx.now, zone), zone };
  return buildUndoAnswer(model, wordsFor(locale));
}
