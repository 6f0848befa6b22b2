import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Workspace, WorkspaceState } from '../domain/workspace.ts';
import type { Db } from './client.ts';
import { workspaces } from './schema.ts';

export async function findWorkspace(db: Db, workspaceId: number): Promise<Workspace | null> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return workspace ?? null;
}

export type SlackTeamKey = { slackTeamId: string; slackEnterpriseId: string | null };

export async function findWorkspaceBySlackTeam(
  db: Db,
  { slackTeamId, slackEnterpriseId }: SlackTeamKey,
): Promise<Workspace | null> {
  const enterprise =
    slackEnterpriseId === null
      ? isNull(workspaces.slackEnterpriseId)
      : eq(workspaces.slackEnterpriseId, slackEnterpriseId);
  const [workspace] = await db
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.slackTeamId, slackTeamId), enterprise));
  return workspace ?? null;
}

/** Every workspace, oldest first: for the operator's commands and the sweep. */
export async function listWorkspaces(db: Db): Promise<Workspace[]> {
  return db.select().from(workspaces).orderBy(asc(workspaces.id)).limit(100_000);
}

/**
 * Adds the workspace, or brings back the one this Slack team had: then active again, under its new
 * name, with everything that belongs to it.
 */
export async function upsertWorkspace(
  db: Db,
  workspace: SlackTeamKey & Pick<Workspace, 'name' | 'hashKey' | 'installedAt' | 'activeFrom'>,
): Promise<Workspace> {
  const { name, installedAt, activeFrom } = workspace;
  const [row] = await db
    .insert(workspaces)
    .values({ ...workspace, state: 'active' })
    .onConflictDoUpdate({
      target: [workspaces.slackEnterpriseId, workspaces.slackTeamId],
      set: { name, installedAt, activeFrom, state: 'active' },
    })
    .returning();
  if (!row) throw new Error('A workspace was written and not returned.');
  return row;
}

export type WorkspaceChange = Partial<
  Pick<
    Workspace,
    'name' | 'state' | 'pausedUntil' | 'slackEnterpriseId' | 'cadence' | 'managersAddPeople'
  >
>;

export async function updateWorkspace(
  db: Db,
  { workspaceId, change }: { workspaceId: number; change: WorkspaceChange },
): Promise<void> {
  await db.update(workspaces).set(change).where(eq(workspaces.id, workspaceId));
}

/** Holds the workspace's row until the transaction ends: who decides something once for all waits here. */
export async function lockWorkspace(db: Db, workspaceId: number): Promise<WorkspaceState | null> {
  const [row] = await db
    .select({ state: workspaces.state })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for('update');
  return row?.state ?? null;
}

/** An active workspace whose token Slack no longer takes; false when it was not active. */
export async function markTokenInvalid(db: Db, workspaceId: number): Promise<boolean> {
  const marked = await db
    .update(workspaces)
    .set({ state: 'token_invalid' })
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.state, 'active')))
    .returning({ id: workspaces.id });
  return marked.length > 0;
}
