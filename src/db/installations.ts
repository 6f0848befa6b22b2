import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { installations } from './schema.ts';

/** A workspace's tokens, sealed; `keyId` says with which key. */
export type Installation = { encrypted: Buffer; keyId: string; installedAt: Date };

export async function findInstallation(db: Db, workspaceId: number): Promise<Installation | null> {
  const { encrypted, keyId, installedAt } = installations;
  const [row] = await db
    .select({ encrypted, keyId, installedAt })
    .from(installations)
    .where(eq(installations.workspaceId, workspaceId));
  return row ?? null;
}

export async function upsertInstallation(
  db: Db,
  { workspaceId, installation }: { workspaceId: number; installation: Installation },
): Promise<void> {
  await db
    .insert(installations)
    .values({ workspaceId, ...installation })
    .onConflictDoUpdate({ target: installations.workspaceId, set: installation });
}

export async function deleteInstallation(db: Db, workspaceId: number): Promise<void> {
  await db.delete(installations).where(eq(installations.workspaceId, workspaceId));
}
