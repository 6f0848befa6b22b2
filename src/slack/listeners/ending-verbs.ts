import { InvalidError } from '../../domain/errors.ts';
import { cleanLine } from '../../domain/typed-text.ts';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext } from '../../services/context.ts';
import { findProspects } from '../../services/find-prospects.ts';
import { listHeld } from '../../services/list-held.ts';
import { revisitProspect } from '../../services/revisit-prospect.ts';
import type { Message } from '../views/digest-message.ts';
import { buildEndingAnswer } from '../views/ending-answer.ts';
import { buildHeldMessage, HELD_PAGE } from '../views/held-matches.ts';
import { buildReopenChoice } from '../views/reopen-choice.ts';
import type { CommandVerb } from './command-verb.ts';
import { loadEnding } from './show-ending.ts';

const CHOICES = 10;
/** Among those found, the closed ones come after the open. */
const SEARCHED = 50;

/** What becomes of prospects that are closed or held. */
export const ENDING_VERBS: readonly CommandVerb[] = [
  {
    name: 'reopen',
    group: 'rarely',
    answers: answerReopen,
  },
  {
    name: 'held',
    group: 'managers',
    answers: answerHeld,
  },
];

async function answerReopen(ctx: RepContext, rest: string): Promise<Message> {
  const query = cleanLine(rest);
  if (query === null) throw new InvalidError(({ endings }) => endings.whom);
  const words = wordsFor(ctx.rep.locale);
  const found = await findProspects(ctx, { query, limit: SEARCHED });
  const closed = found.filter(({ standing }) => {
    return standing.status !== 'open' && standing.status !== 'stopped';
  });
  const rows = closed.length > 0 ? closed : found;
  const [first] = rows;
  if (!first) throw new InvalidError(({ endings }) => endings.nobodyCalledThat);
  if (rows.length > 1 && closed.length === 0) {
    throw new InvalidError(({ endings }) => endings.nobodyClosed);
  }
  if (rows.length > 1) return buildReopenChoice({ query, rows: rows.slice(0, CHOICES) }, words);
  const { id: prospectId, version } = first;
  await revisitProspect(ctx, { prospectId, version, deed: 'reopen' });
  return buildEndingAnswer(await loadEnding(ctx, prospectId, { kind: 'reopened' }), words);
}

async function answerHeld(ctx: RepContext): Promise<Message> {
  const held = await listHeld(ctx, { limit: HELD_PAGE });
  return buildHeldMessage({ ...held, decided: null }, wordsFor(ctx.rep.locale));
}
