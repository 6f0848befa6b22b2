import { markTokenInvalid } from '../db/workspaces.ts';
import type { DeliveryDeps } from './delivery-context.ts';

/**
 * Notes that Slack no longer takes the workspace's token. Rows stay pending: they go out when the app
 * is installed again inside their window. True the first time only.
 */
export async function disconnectWorkspace(
  { db }: Pick<DeliveryDeps, 'db'>,
  { workspaceId }: { workspaceId: number },
): Promise<boolean> {
  return markTokenInvalid(db, workspaceId);
}
