import { findRep } from '../db/reps.ts';
import { planReminder, reminderKey } from '../domain/promise-reminder.ts';
import type { Prospect } from '../domain/prospect.ts';
import { subjectKey } from '../domain/subject.ts';
import type { RepContext } from './context.ts';
import { planDelivery } from './plan-delivery.ts';

/**
 * Enters the reminder of a promise with a time for its owner, in the transaction that makes the promise
 * or gives it to somebody else; once for each owner and time. Whether it is still right is asked when
 * it is sent.
 */
export async function planPromiseReminder(
  ctx: RepContext,
  { id: prospectId, ownerId, standing }: Pick<Prospect, 'id' | 'ownerId' | 'standing'>,
): Promise<void> {
  const next = standing.next;
  if (!next?.promised || next.at === null || ownerId === null) return;
  const { now, rep } = ctx;
  const byOwner = ownerId === rep.id;
  const times = planReminder(next.at, { now, byOwner });
  const owner = byOwner
    ? rep
    : await findRep(ctx.db, { workspaceId: ctx.workspaceId, repId: ownerId });
  if (!times || !owner) return;
  await planDelivery(ctx, {
    kind: 'promise_reminder',
    subjectKey: subjectKey({ kind: 'rep', id: ownerId }),
    occurrenceKey: reminderKey(prospectId, next.at),
    zone: owner.zone,
    ...times,
  });
}
