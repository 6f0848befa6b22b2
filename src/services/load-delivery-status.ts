import { listOutcomes } from '../db/delivery-status.ts';
import { findWorkspace } from '../db/workspaces.ts';
import { type KindStatus, summariseOutcomes } from '../domain/delivery-status.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { FOR_NOW } from './pause-workspace.ts';
import { mustManage } from './permissions.ts';

export type DeliveryStatus = {
  /** Null when not paused; without a day when until somebody resumes. */
  paused: { until: Date | null } | null;
  connected: boolean;
  kinds: KindStatus[];
};

/** What was to be sent since midnight in the manager's zone, and what became of it. */
export async function loadDeliveryStatus(ctx: RepContext): Promise<DeliveryStatus> {
  const { db, workspaceId, rep, now } = ctx;
  mustManage(rep, 'seeSent');
  const workspace = await findWorkspace(db, workspaceId);
  const from = instantOf(localDateOf(now, rep.zone), '00:00', rep.zone);
  const outcomes = await listOutcomes(db, { workspaceId, from, to: now });
  const until = workspace?.pausedUntil ?? null;
  const isPaused = until !== null && until > now;
  return {
    paused: isPaused ? { until: until < FOR_NOW ? until : null } : null,
    connected: workspace?.state === 'active',
    kinds: summariseOutcomes(outcomes),
  };
}
