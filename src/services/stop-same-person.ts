import { listHistory } from '../db/history.ts';
import { deleteSuppressions } from '../db/suppressions.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';
import { lockSamePerson } from './lock-same-person.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';
import { suppressPerson } from './suppress-person.ts';

/** `touchId`: the touch in which they asked; unknown where only a manager's word says so. */
type Stop = { prospect: Prospect; touchId: string | null };

/**
 * Somebody who asked us to stop is left alone under every entry they have: stops the others too, and
 * remembers what is known of the person there. Answers the entries it ended.
 */
export async function stopSamePerson(
  ctx: RepContext,
  { prospect, touchId, today }: Stop & { today: LocalDate },
): Promise<Prospect[]> {
  const ended: Prospect[] = [];
  for (const other of await lockSamePerson(ctx, prospect)) {
    if (other.standing.status === 'stopped') continue;
    ended.push(await stopEntry(ctx, { prospect: other, touchId }));
    await suppressPerson(ctx, { prospect: other, today });
  }
  return ended;
}

/** Stops one entry because of what was said under another. */
export async function stopEntry(ctx: RepContext, { prospect, touchId }: Stop): Promise<Prospect> {
  const standing = { status: 'stopped', next: null, revisitOn: null } as const;
  return saveChange(ctx, { prospect, change: { standing, snoozes: 0 }, verb: 'stop', touchId });
}

/**
 * Puts back the entries that this stop ended, where nothing changed since. False when the person is
 * still stopped under another entry.
 */
export async function resumeSamePerson(
  ctx: RepContext,
  { prospect, touchId }: { prospect: Prospect; touchId: string },
): Promise<boolean> {
  const { db, workspaceId } = ctx;
  let resumed = true;
  for (const other of await lockSamePerson(ctx, prospect)) {
    if (other.standing.status !== 'stopped') continue;
    const [last] = await listHistory(db, { workspaceId, prospectId: other.id, limit: 1 });
    if (last?.verb !== 'stop' || last.touchId !== touchId) {
      resumed = false;
      continue;
    }
    const change = await changeBackTo(ctx, other, snapshotSchema.parse(last.before));
    await saveChange(ctx, { prospect: other, change, verb: 'undo', touchId });
    await deleteSuppressions(db, { workspaceId, prospectId: other.id });
  }
  return resumed;
}
