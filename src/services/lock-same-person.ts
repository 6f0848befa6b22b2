import { lockProspect } from '../db/prospects.ts';
import { findStoredKeys, listSamePerson } from '../db/same-person.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';

/** The other entries of a prospect's person, kept from others until the transaction ends. */
export async function lockSamePerson(
  { db, workspaceId }: RepContext,
  prospect: Prospect,
): Promise<Prospect[]> {
  const keys = await findStoredKeys(db, { workspaceId, prospectId: prospect.id });
  if (!keys) return [];
  const others: Prospect[] = [];
  const ids = await listSamePerson(db, { workspaceId, prospectId: prospect.id, keys });
  for (const prospectId of ids) {
    const other = await lockProspect(db, { workspaceId, prospectId });
    if (other) others.push(other);
  }
  return others;
}
