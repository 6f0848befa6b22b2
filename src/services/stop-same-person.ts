import { listHistory } from '../db/history.ts';
import { lockProspect } from '../db/prospects.ts';
import { findStoredKeys, listSamePerson } from '../db/same-person.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';

type Stop = { prospect: Prospect; touchId: string };

/** Somebody who asked us to stop is left alone under every entry they have: stops the others too. */
export async function stopSamePerson(ctx: RepContext, { prospect, touchId }: Stop): Promise<void> {
  for (const other of await lockSamePerson(ctx, prospect)) {
    if (other.standing.status === 'stopped') continue;
    const standing = { status: 'stopped', next: null, revisitOn: null } as const;
    await saveChange(ctx, {
      prospect: other,
      change: { standing, snoozes: 0 },
      verb: 'stop',
      touchId,
    });
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
  for (const other of await lockSamePerson(ctx, prospect)) {
    if (other.standing.status !== 'stopped') continue;
    const { db, workspaceId } = ctx;
    const [last] = await listHistory(db, { workspaceId, prospectId: other.id, limit: 1 });
    if (last?.verb !== 'stop' || last.touchId !== touchId) {
      resumed = false;
      continue;
    }
    const change = await changeBackTo(ctx, other, snapshotSchema.parse(last.before));
    await saveChange(ctx, { prospect: other, change, verb: 'undo', touchId });
  }
  return resumed;
}

async function lockSamePerson(
  { db, workspaceId }: RepContext,
  prospect: Prospect,
): Promise<Prospect[]> {
  const keys = await findStoredKeys(db, { workspaceId, prospectId: prospect.id });
  if (!keys) return [];
  const others: Prospect[] = [];
  const ids = await listSamePerson(db, { workspaceId, prospectId: prospect.id, keys });
  for (const prospectId of ids) {
    const other = await lockProspect(db, { workspaceId, prospectId });
    if (other) others.push(other);
  }
  return others;
}
