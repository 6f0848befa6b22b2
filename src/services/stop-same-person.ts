import { listHistory } from '../db/history.ts';
import { lockProspect } from '../db/prospects.ts';
import { findStoredKeys, listSamePerson } from '../db/same-person.ts';
import { deleteSuppressions } from '../db/suppressions.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';
import { suppressPerson } from './suppress-person.ts';

type Stop = { prospect: Prospect; touchId: string };

/**
 * Somebody who asked us to stop is left alone under every entry they have: stops the others too, and
 * remembers what is known of the person there.
 */
export async function stopSamePerson(
  ctx: RepContext,
  { prospect, touchId, today }: Stop & { today: LocalDate },
): Promise<void> {
  for (const other of await lockSamePerson(ctx, prospect)) {
    if (other.standing.status === 'stopped') continue;
    const standing = { status: 'stopped', next: null, revisitOn: null } as const;
    await saveChange(ctx, {
      prospect: other,
      change: { standing, snoozes: 0 },
      verb: 'stop',
      touchId,
    });
    await suppressPerson(ctx, { prospect: other, today });
  }
}

/**
 * Puts back the entries that this stop ended, where nothing changed since. False when the person is
 * still stopped under another entry.
 */
export async function resumeSamePerson(
  ctx: RepContext,
  { prospect, touchId }: Stop,
): Promise<boolean> {
  let resumed = true;
  const { db, workspaceId } = ctx;
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

/** Whoever is the same person as one of their entries is that person too. */
async function lockSamePerson(
  { db, workspaceId }: RepContext,
  prospect: Prospect,
): Promise<Prospect[]> {
  const entries = [prospect];
  for (const { id: prospectId } of entries) {
    const keys = await findStoredKeys(db, { workspaceId, prospectId });
    if (!keys) continue;
    for (const id of await listSamePerson(db, { workspaceId, prospectId, keys })) {
      if (entries.some((entry) => entry.id === id)) continue;
      const other = await lockProspect(db, { workspaceId, prospectId: id });
      if (other) entries.push(other);
    }
  }
  return entries.slice(1);
}
