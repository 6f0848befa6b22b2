import { deleteInstallation } from '../db/installations.ts';
import { findWorkspace, lockWorkspace, updateWorkspace } from '../db/workspaces.ts';
import type { WorkspaceContext } from './context.ts';

/** Slack tells the time of an event in whole seconds. */
const EVENT_PRECISION_MS = 1000;

/**
 * Marks the workspace uninstalled and wipes its tokens; its prospects stay. The events that say so
 * come in any order and more than once: each does the same, and one from before the last installation
 * does nothing. Answers whether the workspace is uninstalled.
 */
export async function uninstallWorkspace(
  db: WorkspaceContext['db'],
  { workspaceId, saidAt }: { workspaceId: number; saidAt: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const workspace = await findWorkspace(tx, workspaceId);
    if (!workspace) return false;
    if (saidAt.getTime() + EVENT_PRECISION_MS <= workspace.installedAt.getTime()) return false;
    await deleteInstallation(tx, workspaceId);
    await updateWorkspace(tx, { workspaceId, change: { state: 'uninstalled' } });
    return true;
  });
}
