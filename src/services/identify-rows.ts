import type { Db } from '../db/client.ts';
import { listSuppressed } from '../db/imports.ts';
import type { IdentifiedRow } from '../domain/import/plan-import.ts';
import type { ImportRow } from '../domain/import/row.ts';
import type { Workspace } from '../domain/workspace.ts';
import { type Country, phoneKey, readCountry } from './phone.ts';
import { type SuppressionHashes, suppressionHashes } from './suppression-hash.ts';

/** Adds to each row the key of its phone number, and whether that person asked us to stop. */
export async function identifyRows(
  db: Db,
  input: {
    workspace: Pick<Workspace, 'id' | 'hashKey'>;
    rows: readonly ImportRow[];
    country?: Country | null | undefined;
  },
): Promise<IdentifiedRow[]> {
  const { workspace, rows, country = null } = input;
  const hashed = rows.map((row) => {
    const key = phoneKey(row.phone, readCountry(row.country) ?? country);
    const keyed = { ...row, phoneKey: key };
    return { row: keyed, hashes: suppressionHashes(workspace.hashKey, keyed) };
  });
  const hashes = hashed
    .flatMap((each) => Object.values(each.hashes))
    .flatMap((hash) => hash?.toString('hex') ?? []);
  const suppressed = await listSuppressed(db, { workspaceId: workspace.id, hashes });
  return hashed.map((each) => ({ ...each.row, ...stopOf(each.hashes, suppressed) }));
}

function stopOf(hashes: SuppressionHashes, suppressed: ReadonlyMap<string, string>) {
  const stoppedBy = (hash: Buffer | null) =>
    hash === null ? undefined : suppressed.get(hash.toString('hex'));
  if (stoppedBy(hashes.email) || stoppedBy(hashes.phoneAndName))
    return { stop: 'stopped' as const };
  const stoppedProspectId = stoppedBy(hashes.phone);
  return stoppedProspectId ? { stop: 'held' as const, stoppedProspectId } : { stop: null };
}
