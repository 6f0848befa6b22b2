import { insertSuppressions } from '../db/suppressions.ts';
import { findWorkspace } from '../db/workspaces.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { emailKey } from '../domain/typed-text.ts';
import type { RepContext } from './context.ts';
import { phoneKey } from './phone.ts';
import { suppressionHash } from './suppression-hash.ts';

/** Remembers the person's address and number as hashes, so that no later import brings them back. */
export async function suppressPerson(
  { db, workspaceId, rep }: RepContext,
  { prospect, today }: { prospect: Prospect; today: LocalDate },
): Promise<void> {
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) return;
  const keys = [emailKey(prospect.email), phoneKey(prospect.phone)];
  const rows = keys.flatMap((key) =>
    key === null
      ? []
      : [
          {
            hash: suppressionHash(workspace.hashKey, key),
            prospectId: prospect.id,
            repId: rep.id,
            on: today,
          },
        ],
  );
  await insertSuppressions(db, { workspaceId, rows });
}
