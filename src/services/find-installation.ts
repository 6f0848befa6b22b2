import { findInstallation } from '../db/installations.ts';
import { findWorkspace, findWorkspaceBySlackTeam, type SlackTeamKey } from '../db/workspaces.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { WorkspaceContext } from './context.ts';
import type { TokenBox, Tokens } from './token-box.ts';

export type { SlackTeamKey } from '../db/workspaces.ts';

type Db = WorkspaceContext['db'];

/**
 * The workspace of a Slack team, whatever its state. One that joined an organisation after it was
 * installed is found by its team alone.
 */
export async function findWorkspaceOfTeam(db: Db, key: SlackTeamKey): Promise<Workspace | null> {
  const exact = await findWorkspaceBySlackTeam(db, key);
  if (exact || key.slackEnterpriseId === null) return exact;
  return findWorkspaceBySlackTeam(db, { ...key, slackEnterpriseId: null });
}

/** A workspace as it stands, or null when it has gone. */
export async function readWorkspace(db: Db, workspaceId: number): Promise<Workspace | null> {
  return findWorkspace(db, workspaceId);
}

/** The tokens of an installed workspace, or null when there are none. */
export async function openTokens(
  db: Db,
  { workspaceId, box }: { workspaceId: number; box: TokenBox },
): Promise<Tokens | null> {
  const sealed = await findInstallation(db, workspaceId);
  return sealed && box.open(workspaceId, sealed);
}
