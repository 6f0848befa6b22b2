import { listDueProspects, listRecentProspects } from '../db/prospect-lists.ts';
import { searchProspects } from '../db/prospect-search.ts';
import { InvalidError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

export const QUERY_LENGTH = 200;

/**
 * Prospects of the workspace that hold every word of the query in name, company, e-mail or phone. An
 * empty query gives what is due today, then the rep's latest.
 */
export async function findProspects(
  { db, workspaceId, now, rep }: RepContext,
  { query, limit }: { query: string; limit: number },
): Promise<Prospect[]> {
  if (query.length > QUERY_LENGTH) {
    throw new InvalidError(({ card }) => card.list.searchTooLong(QUERY_LENGTH), 'query');
  }
  if (query.trim() !== '') {
    // "Dana Reyes, Acme" is how a prospect is shown, so that is how people type it back.
    const words = query.replaceAll(',', ' ');
    return searchProspects(db, { workspaceId, query: words, repId: rep.id, limit });
  }
  const today = localDateOf(now, rep.zone);
  const due = await listDueProspects(db, { workspaceId, ownerId: rep.id, until: today, limit });
  const recent = await listRecentProspects(db, { workspaceId, ownerId: rep.id, limit });
  const seen = new Set(due.map((prospect) => prospect.id));
  return [...due, ...recent.filter((prospect) => !seen.has(prospect.id))].slice(0, limit);
}
