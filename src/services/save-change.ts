import { insertHistory, type Verb } from '../db/history.ts';
import { type ProspectChange, saveProspect } from '../db/prospects.ts';
import { ConflictError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import { takeSnapshot } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';
import { planPromiseReminder } from './plan-promise-reminder.ts';
import { requestDigestRedraw } from './request-digest-redraw.ts';

/**
 * Saves a change of a prospect together with its line of history and the reminder of its promise; all
 * or nothing.
 */
export async function saveChange(
  ctx: RepContext,
  {
    prospect,
    change,
    verb,
    touchId = null,
    reason = null,
    ...edit
  }: {
    prospect: Prospect;
    change: ProspectChange;
    verb: Verb;
    touchId?: string | null;
    /** The person's own words, kept beside what changed. */
    reason?: string | null;
    /** Of an edit: the touch as it was and as it became. */
    touchBefore?: Record<string, unknown>;
    touchAfter?: Record<string, unknown>;
  },
): Promise<Prospect> {
  const { db, workspaceId, now, rep } = ctx;
  const saved = await saveProspect(db, {
    workspaceId,
    prospectId: prospect.id,
    fromVersion: prospect.version,
    change,
    now,
  });
  if (!saved) throw new ConflictError(({ faults }) => faults.sameMoment);
  await insertHistory(db, {
    workspaceId,
    entry: {
      prospectId: prospect.id,
      repId: rep.id,
      touchId,
      verb,
      before: takeSnapshot(prospect),
      after: { ...takeSnapshot(saved), ...(reason === null ? {} : { reason }) },
      ...edit,
      version: saved.version,
      at: now,
    },
  });
  await requestDigestRedraw(ctx, prospect.id);
  await planPromiseReminder(ctx, saved);
  return saved;
}
