import { findDaysOff } from '../db/days-off.ts';
import { findRep } from '../db/reps.ts';
import { findTeam } from '../db/teams.ts';
import { findWorkspace } from '../db/workspaces.ts';
import type { ClaimedDelivery, SkipReason } from '../domain/delivery.ts';
import { SCHEDULE_KINDS } from '../domain/schedule.ts';
import { readSubject, type Subject } from '../domain/subject.ts';
import type { DeliveryContext } from './delivery-context.ts';

export type Gate =
  | { kind: 'open' }
  | { kind: 'skip'; reason: SkipReason }
  /** The workspace cannot be written to at the moment: the row goes back. */
  | { kind: 'wait'; why: string };

/** Whether a claimed delivery is still right, from what the database says now rather than when it was planned. */
export async function checkGate(ctx: DeliveryContext, delivery: ClaimedDelivery): Promise<Gate> {
  const workspace = await findWorkspace(ctx.db, delivery.workspaceId);
  if (workspace?.state !== 'active') return { kind: 'wait', why: 'workspace_disconnected' };
  if (workspace.pausedUntil !== null && workspace.pausedUntil > ctx.now) {
    return { kind: 'wait', why: 'paused' };
  }
  const subject = readSubject(delivery.subjectKey);
  if (!subject) return { kind: 'skip', reason: 'changed' };
  const reason =
    (await subjectGone(ctx, delivery.workspaceId, subject)) ??
    (await dayOff(ctx, delivery, subject));
  return reason === null ? { kind: 'open' } : { kind: 'skip', reason };
}

async function subjectGone(
  { db }: DeliveryContext,
  workspaceId: number,
  subject: Subject,
): Promise<SkipReason | null> {
  if (subject.kind === 'rep') {
    const rep = await findRep(db, { workspaceId, repId: subject.id });
    return rep === null || rep.deactivatedAt !== null ? 'deactivated' : null;
  }
  const team = await findTeam(db, { workspaceId, teamId: subject.id });
  return team?.slackChannelId ? null : 'no_channel';
}

/** A holiday or leave added since the row was made; reminders and notices have rules of their own. */
async function dayOff(
  { db }: DeliveryContext,
  { workspaceId, kind, occurrenceKey }: ClaimedDelivery,
  subject: Subject,
): Promise<SkipReason | null> {
  if (!(SCHEDULE_KINDS as readonly string[]).includes(kind)) return null;
  const span = { from: occurrenceKey, to: occurrenceKey };
  const days = await findDaysOff(db, { workspaceId, subject, ...span });
  return days.get(occurrenceKey) ?? null;
}
