import { updateWorkspace } from '../db/workspaces.ts';
import type { RepContext } from './context.ts';
import { mustManage } from './permissions.ts';

/** Later than anybody plans: paused until somebody resumes. */
export const FOR_NOW = new Date('9999-12-31T00:00:00Z');

/** Stops the workspace's scheduled messages up to an instant. What falls due meanwhile is recorded as paused. */
export async function pauseWorkspace(
  { db, workspaceId, rep }: RepContext,
  { until }: { until: Date },
): Promise<void> {
  mustManage(rep, 'pause');
  await updateWorkspace(db, { workspaceId, change: { pausedUntil: until } });
}

/** Lets scheduled messages go again, those included that may still be late. */
export async function resumeWorkspace({ db, workspaceId, rep, now }: RepContext): Promise<void> {
  mustManage(rep, 'resume');
  // What fell due during the pause and was not looked at yet stays paused.
  await updateWorkspace(db, { workspaceId, change: { pausedUntil: now } });
}
