import { lockProspect } from '../db/prospects.ts';
import { findStoredKeys, listSamePerson } from '../db/same-person.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';

/**
 * The other entries of a prospect's person, kept from others until the transaction ends. Whoever is the
 * same person as one of those entries is that person too.
 */
export async function lockSamePerson(
  { db, workspaceId }: RepContext,
  prospect: Prospect,
): Promise<Prospect[]> {
  const entries = [prospect];
  for (const { id: prospectId } of entries) {
    const keys = await findStoredKeys(db, { workspaceId, prospectId });
    if (!keys) continue;
    for (const id of await listSamePerson(db, { workspaceId, prospectId, keys })) {
      if (entries.some((entry) => entry.id === id)) continue;
      const other = await lockProspect(db, { workspaceId, prospectId: id });
      if (other) entries.push(other);
    }
  }
  return entries.slice(1);
}
