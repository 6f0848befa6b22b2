import { insertHeldMatches } from '../db/held-matches.ts';
import { listSharingPhone } from '../db/same-person.ts';
import { findDoubtful, type HeldPair } from '../domain/same-person.ts';
import type { WorkspaceContext } from './context.ts';
import { requestDigestRedraw } from './request-digest-redraw.ts';

/**
 * Keeps for a manager who shares a phone, under another name, with somebody who asked us to stop.
 * `known` are pairs found another way: of a stopped person who was forgotten only a hash is left.
 */
export async function holdSharedPhones(
  ctx: WorkspaceContext,
  { prospectIds, known = [] }: { prospectIds: string[]; known?: readonly HeldPair[] },
): Promise<void> {
  if (prospectIds.length === 0) return;
  const { db, workspaceId, now } = ctx;
  const sharing = await listSharingPhone(db, { workspaceId, prospectIds });
  const found = findDoubtful(sharing, prospectIds);
  const isFound = new Set(found.map(({ prospectId }) => prospectId));
  const pairs = [...found, ...known.filter(({ prospectId }) => !isFound.has(prospectId))];
  const held = await insertHeldMatches(db, { workspaceId, pairs, at: now });
  for (const { prospectId } of held) await requestDigestRedraw(ctx, prospectId);
}
