import { findStoredKeys } from '../db/same-person.ts';
import { insertSuppressions } from '../db/suppressions.ts';
import { findWorkspace } from '../db/workspaces.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { suppressionHashes } from './suppression-hash.ts';

/** Remembers the person's address and number as hashes, so that no later import brings them back. */
export async function suppressPerson(
  { db, workspaceId, rep }: RepContext,
  { prospect, today }: { prospect: Pick<Prospect, 'id'>; today: LocalDate },
): Promise<void> {
  const workspace = await findWorkspace(db, workspaceId);
  // The stored keys: a phone's may come from the country an import named.
  const keys = await findStoredKeys(db, { workspaceId, prospectId: prospect.id });
  if (!workspace || !keys) return;
  const rows = Object.values(suppressionHashes(workspace.hashKey, keys)).flatMap((hash) =>
    hash === null ? [] : [{ hash, prospectId: prospect.id, repId: rep.id, on: today }],
  );
  await insertSuppressions(db, { workspaceId, rows });
}
