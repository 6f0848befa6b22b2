import type { Db } from '../../src/db/client.ts';
import type { RepContext } from '../../src/services/context.ts';
import { createRep, createWorkspace } from './factories.ts';

type StoredRep = Awaited<ReturnType<typeof createRep>>;

/** Tuesday 17 November 2026, 09:00 in Berlin. */
export const TUESDAY = '2026-11-17T08:00:00Z';

/** Ana and Ben sell, Mara manages; all in Berlin. */
export async function createSalesTeam(db: Db) {
  const workspace = await createWorkspace(db);
  const ana = await createRep(db, workspace, { name: 'Ana Silva' });
  const ben = await createRep(db, workspace, { name: 'Ben Haas' });
  const mara = await createRep(db, workspace, { name: 'Mara Lind', isManager: true });
  return { workspace, ana, ben, mara };
}

/** What a verb gets when this rep acts at a moment. */
export function acting(db: Db, rep: StoredRep, at: string = TUESDAY): RepContext {
  return { db, workspaceId: rep.workspaceId, rep, now: new Date(at) };
}
