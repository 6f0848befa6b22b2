import { and, eq } from 'drizzle-orm';
import type { KeptPlace } from '../domain/home-place.ts';
import type { Db } from './client.ts';
import { reps } from './schema.ts';

type Key = { workspaceId: number; repId: string };

const isRep = ({ workspaceId, repId }: Key) =>
  and(eq(reps.workspaceId, workspaceId), eq(reps.id, repId));

/** Where the rep stood on App Home last. */
export async function findHomePlace(db: Db, key: Key): Promise<KeptPlace | null> {
  const [row] = await db.select({ place: reps.homePlace }).from(reps).where(isRep(key));
  return row?.place ?? null;
}

export async function saveHomePlace(
  db: Db,
  { place, ...key }: Key & { place: KeptPlace },
): Promise<void> {
  await db.update(reps).set({ homePlace: place }).where(isRep(key));
}
