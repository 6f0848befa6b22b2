import { insertSuppressions } from '../db/suppressions.ts';
import { findWorkspace } from '../db/workspaces.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { emailKey, sameNameKey } from '../domain/typed-text.ts';
import type { RepContext } from './context.ts';
import { phoneKey } from './phone.ts';
import { suppressionHashes } from './suppression-hash.ts';

/** Remembers the person's address and number as hashes, so that no later import brings them back. */
export async function suppressPerson(
  { db, workspaceId, rep }: RepContext,
  { prospect, today }: { prospect: Prospect; today: LocalDate },
): Promise<void> {
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) return;
  const hashes = suppressionHashes(workspace.hashKey, {
    nameKey: prospect.name === null ? null : sameNameKey(prospect.name),
    emailKey: emailKey(prospect.email),
    phoneKey: phoneKey(prospect.phone),
  });
  const rows = Object.values(hashes).flatMap((hash) =>
    hash === null ? [] : [{ hash, prospectId: prospect.id, repId: rep.id, on: today }],
  );
  await insertSuppressions(db, { workspaceId, rows });
}
