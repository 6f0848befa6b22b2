import { findRep } from '../db/reps.ts';
import { findFirstLostNotice, listUnsent, listUntold, UNSENT_NOTICE } from '../db/unsent.ts';
import { type KindStatus, summariseOutcomes } from '../domain/delivery-status.ts';
import { addDays, isLocalDate } from '../domain/local-date.ts';
import { subjectKey } from '../domain/subject.ts';
import { workingDayBefore } from '../domain/working-days.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import type { RepContext, WorkspaceContext } from './context.ts';
import { after } from './delivery-context.ts';
import { NOTICE_TIME, nextMorning } from './next-morning.ts';
import { planDelivery } from './plan-delivery.ts';
import { loadWorkCalendar } from './work-calendar.ts';

const HOUR_MS = 3_600_000;
/** So far back something may have been given up while nobody looked. */
const LOOK_BACK_MS = 72 * HOUR_MS;
/** Longer leave of a manager than anybody takes before the next working day. */
const LONGEST_LEAVE_DAYS = 60;
const KEPT_DAYS = 7;

/**
 * Tells each manager, at 08:00 of their next working day and once, that something did not go out: it
 * came too late, was given up, or Slack never said. A notice to which the same happens is followed by
 * another, which tells what it held. Asked for every workspace; repeating it is harmless.
 */
export async function planUnsentNotices({ db, now }: { db: WorkspaceContext['db']; now: Date }) {
  const untold = await listUntold(db, { from: after(now, -LOOK_BACK_MS), to: now });
  for (const { workspaceId, repId, at } of untold) {
    const ctx = { db, workspaceId, now: at };
    const manager = await findRep(db, { workspaceId, repId });
    if (!manager) continue;
    const morning = await nextMorning(ctx, manager);
    await planDelivery(ctx, {
      kind: 'notice',
      subjectKey: subjectKey({ kind: 'rep', id: repId }),
      occurrenceKey: `${UNSENT_NOTICE}${morning.on}`,
      zone: manager.zone,
      dueAt: morning.at,
      expiresAt: instantOf(addDays(morning.on, KEPT_DAYS), NOTICE_TIME, manager.zone),
    });
  }
}

export type UnsentSummary = { since: Date; kinds: KindStatus[] };

/**
 * What was given up since the manager's working morning before, or since the one before the notices that
 * were lost; null when the occurrence is no such notice
 * or there is nothing to tell.
 */
export async function loadUnsent(
  ctx: RepContext,
  occurrenceKey: string,
): Promise<UnsentSummary | null> {
  const on = occurrenceKey.slice(UNSENT_NOTICE.length);
  if (!occurrenceKey.startsWith(UNSENT_NOTICE) || !isLocalDate(on)) return null;
  const { db, workspaceId, rep } = ctx;
  const to = instantOf(on, NOTICE_TIME, rep.zone);
  const own = { workspaceId, subjectKey: subjectKey({ kind: 'rep', id: rep.id }) };
  const lost = await findFirstLostNotice(db, { ...own, before: to });
  const first = lost === null ? on : localDateOf(lost, rep.zone);
  const from = addDays(first, -LONGEST_LEAVE_DAYS);
  const calendar = await loadWorkCalendar(ctx, { rep, from });
  const since = instantOf(workingDayBefore(first, calendar), NOTICE_TIME, rep.zone);
  const outcomes = await listUnsent(db, { workspaceId, from: since, to });
  return outcomes.length === 0 ? null : { since, kinds: summariseOutcomes(outcomes) };
}
