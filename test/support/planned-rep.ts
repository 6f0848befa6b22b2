import type { Db } from '../../src/db/client.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { createRep, createWorkspace } from './factories.ts';

type Workspace = Awaited<ReturnType<typeof createWorkspace>>;

/** A rep in Berlin whose digest is due at 08:30 (07:30Z) from Tuesday 17 November on. */
export async function createPlannedRep(
  db: Db,
  {
    workspace,
    ...change
  }: NonNullable<Parameters<typeof createRep>[2]> & { workspace?: Workspace } = {},
) {
  const home = workspace ?? (await createWorkspace(db));
  const rep = await createRep(db, home, change);
  const now = new Date('2026-11-16T11:00:00Z');
  await syncRepSchedule({ db, workspaceId: home.id, now }, rep);
  return { workspace: home, workspaceId: home.id, rep };
}
