import { listProspectIdsByEmail, listProspectsNamedBy } from '../db/named-prospects.ts';
import { emailKeysIn, guessWhom } from '../domain/sentence/guess-whom.ts';
import { namingWordsOf } from '../domain/sentence/naming-words.ts';
import type { RepContext } from './context.ts';

/** More prospects than these by one message's words, and a guess would be a lottery. */
const NAMED_LIMIT = 1000;
const ADDRESSES_READ = 20;

/**
 * The prospect a message of somebody else's seems to be about, by an e-mail address in it or else by
 * a whole name; null when nobody or more than one fits.
 */
export async function guessProspect(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  { text }: { text: string },
): Promise<string | null> {
  const emailKeys = emailKeysIn(text).slice(0, ADDRESSES_READ);
  const [byEmail, ...others] = await listProspectIdsByEmail(db, { workspaceId, emailKeys });
  if (byEmail !== undefined) return others.length === 0 ? byEmail : null;
  const words = namingWordsOf(text);
  const named = await listProspectsNamedBy(db, { workspaceId, words, limit: NAMED_LIMIT });
  return named.length < NAMED_LIMIT ? guessWhom(text, named) : null;
}
