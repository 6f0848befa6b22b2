import { type HistoryEntry, listHistory } from '../db/history.ts';
import { findRep } from '../db/reps.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import { DEEDS_SINCE, standingChanges } from '../domain/standing-changes.ts';
import type { Sentence } from '../domain/words/words.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** More changes than anybody makes to one prospect while its touches may be changed. */
const LATEST_CHANGES = 500;

/** A prospect's changes that stand, newest first. */
export async function listStandingChanges(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  prospectId: string,
): Promise<HistoryEntry[]> {
  return standingChanges(await listHistory(db, { workspaceId, prospectId, limit: LATEST_CHANGES }));
}

/** Whether this touch is the last change that stands: only then may it be undone or replan. */
export function isOfTouch(change: HistoryEntry | undefined, touchId: string): boolean {
  return change?.verb === 'log' && change.touchId === touchId;
}

/** Who did what to a prospect: "Ben snoozed Dana Reyes to Thu 26 Nov since", so nothing is undone. */
export async function describeChange(
  { db, workspaceId, rep, now }: RepContext,
  { prospect, change }: { prospect: Prospect; change: HistoryEntry | undefined },
): Promise<Sentence> {
  const repId = change?.repId ?? null;
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const by = { isOwn: who?.id === rep.id, name: who?.name ?? null };
  const deed = DEEDS_SINCE.find((known) => known === change?.verb) ?? 'other';
  const label = labelOf(prospect);
  const on = dayOf(change);
  const today = localDateOf(now, rep.zone);
  return ({ answers, dates }) =>
    answers.faults.changedSince(by, { deed, label, to: on && dates.day(on, today) });
}

/** The day a change put a prospect off to. */
function dayOf(change: HistoryEntry | undefined): LocalDate | null {
  const after = snapshotSchema.safeParse(change?.after).data;
  return after?.next?.on ?? after?.revisitOn ?? null;
}
