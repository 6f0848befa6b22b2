import { type HistoryEntry, listHistory } from '../db/history.ts';
import { findRep } from '../db/reps.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { sayDay } from '../domain/say-day.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import { standingChanges } from '../domain/standing-changes.ts';
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

/** Who did what to a prospect: "Ben snoozed Dana Reyes to Thu 26 Nov". */
export async function describeChange(
  { db, workspaceId, rep, now }: RepContext,
  { prospect, change }: { prospect: Prospect; change: HistoryEntry | undefined },
): Promise<string> {
  const repId = change?.repId ?? null;
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const name = who?.id === rep.id ? 'You' : (who?.name ?? 'Somebody');
  const deed = change ? deedOf(change, labelOf(prospect), localDateOf(now, rep.zone)) : null;
  return `${name} ${deed ?? `changed ${labelOf(prospect)}`}`;
}

/** Null for deeds without words of their own. */
function deedOf(change: HistoryEntry, label: string, today: string): string | null {
  const after = snapshotSchema.safeParse(change.after).data;
  const to = (on: string | null | undefined) => (on ? ` to ${sayDay(on, today)}` : '');
  switch (change.verb) {
    case 'log':
      return `logged another touch with ${label}`;
    case 'snooze':
      return `snoozed ${label}${to(after?.next?.on)}`;
    case 'revisit':
      return `put ${label} off${to(after?.revisitOn)}`;
    case 'reopen':
      return `re-opened ${label}`;
    case 'drop':
      return `dropped ${label}`;
    case 'stop':
      return `logged that ${label} asked us to stop`;
    case 'not_a_prospect':
      return `marked ${label} as no prospect`;
    case 'lift':
      return `lifted the stop of ${label}`;
    case 'import':
      return `imported ${label} again`;
    default:
      return null;
  }
}
