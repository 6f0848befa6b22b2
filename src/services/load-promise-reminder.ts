import { listAbsences } from '../db/calendars.ts';
import { findProspect } from '../db/prospects.ts';
import { listLatestTouches } from '../db/touches.ts';
import type { SkipReason } from '../domain/delivery.ts';
import { readReminderKey } from '../domain/promise-reminder.ts';
import type { NextStep, Prospect } from '../domain/prospect.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findHeldIds } from './list-held.ts';

export type PromiseReminder = {
  kind: 'remind';
  prospect: Prospect;
  next: NextStep;
  at: Date;
  now: Date;
  points: string | null;
  zone: string;
  /** Waits for a manager's word: nobody reaches out. */
  isHeld: boolean;
};

/**
 * The reminder as of now. Nothing is sent when the promise moved, was done, ended or went to another
 * owner, when its owner wants no reminders, or is on leave; holidays and weekends do not matter.
 */
export async function loadPromiseReminder(
  ctx: RepContext,
  occurrenceKey: string,
): Promise<PromiseReminder | { kind: 'skip'; reason: SkipReason }> {
  const { db, workspaceId, rep, now } = ctx;
  const key = readReminderKey(occurrenceKey);
  const prospect = key && (await findProspect(db, { workspaceId, ...key }));
  const next = prospect?.standing.next;
  const stands = next?.promised && next.at?.getTime() === key?.at.getTime();
  if (!key || !prospect || !next || !stands || prospect.ownerId !== rep.id) {
    return { kind: 'skip', reason: 'changed' };
  }
  if (!rep.remindsPromises) return { kind: 'skip', reason: 'switched_off' };
  if (await isOnLeave(ctx)) return { kind: 'skip', reason: 'away' };
  const prospectIds = [prospect.id];
  const touch = (await listLatestTouches(db, { workspaceId, prospectIds })).get(prospect.id);
  const points = touch?.points ?? null;
  const isHeld = (await findHeldIds(ctx, prospectIds)).has(prospect.id);
  return { kind: 'remind', prospect, next, at: key.at, now, points, zone: rep.zone, isHeld };
}

async function isOnLeave({ db, workspaceId, rep, now }: RepContext): Promise<boolean> {
  const today = localDateOf(now, rep.zone);
  const absences = await listAbsences(db, { workspaceId, repIds: [rep.id], from: today });
  return absences.some(({ fromOn }) => fromOn <= today);
}
