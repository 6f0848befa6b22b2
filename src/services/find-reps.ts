import { findRepBySlackUser, listActiveReps, listReps } from '../db/reps.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import { cutText, sameNameKey } from '../domain/typed-text.ts';
import type { RepContext } from './context.ts';

/** Reps who are still with us and whose name holds the words, by name; all of them for none. */
export async function findReps(
  { db, workspaceId }: RepContext,
  { query, limit }: { query: string; limit: number },
): Promise<Rep[]> {
  const reps = await listActiveReps(db, workspaceId);
  return reps.filter(({ name }) => holds(name, query)).slice(0, limit);
}

/**
 * The rep somebody means by a mention, or by a name, as those who left can no longer be mentioned.
 * @throws NotFoundError for nobody; InvalidError for a name that several have.
 */
export async function readRep(ctx: RepContext, words: string): Promise<Rep> {
  const { db, workspaceId } = ctx;
  const slackUserId = /^<@([UW][A-Z0-9]+)(\|[^>]*)?>$/i.exec(words)?.[1]?.toUpperCase();
  if (slackUserId) {
    const rep = await findRepBySlackUser(db, { workspaceId, slackUserId });
    if (rep) return rep;
    throw new NotFoundError(({ handOver }) => handOver.doesNotUseYet);
  }
  const asked = words.replace(/^@/, '');
  const reps = await listReps(db, workspaceId);
  const exact = reps.filter(({ name }) => sameNameKey(name) === sameNameKey(asked));
  const [rep, another] = exact.length > 0 ? exact : reps.filter(({ name }) => holds(name, asked));
  if (!rep) throw new NotFoundError(({ handOver }) => handOver.nobodyCalled(cutText(asked, 60)));
  if (another) {
    throw new InvalidError(({ handOver }) => handOver.severalCalled(cutText(asked, 60)));
  }
  return rep;
}

function holds(name: string, query: string): boolean {
  return sameNameKey(name).includes(sameNameKey(query));
}
