import { findWorkspace } from '../db/workspaces.ts';
import { type CadenceNumbers, readCadenceNumbers } from '../domain/cadence-numbers.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { WorkspaceContext } from './context.ts';

/** The cadence's numbers with what the workspace changed of them. */
export async function loadCadenceNumbers({
  db,
  workspaceId,
}: Pick<WorkspaceContext, 'db' | 'workspaceId'>): Promise<CadenceNumbers> {
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) throw new NotFoundError(({ faults }) => faults.workspaceIsGone);
  return readCadenceNumbers(workspace.cadence);
}
