import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Workspace } from '../domain/workspace.ts';
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
