import { type HistoryEntry, listHistory } from '../db/history.ts';
import { listTouches } from '../db/touches.ts';
import { blockChannel } from '../domain/block-channel.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { Channel } from '../domain/touch.ts';
import type { RepContext } from './context.ts';
import { lockSamePerson } from './lock-same-person.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';

/** More changes than anybody makes to one entry between a stop and its undo. */
const LATEST_CHANGES = 50;

type Stop = { prospect: Prospect; touchId: string };

/** A channel somebody does not want is closed under every entry they have. */
export async function blockSamePerson(
  ctx: RepContext,
  { prospect, touchId, channel }: Stop & { channel: Channel },
): Promise<void> {
  const { db, workspaceId } = ctx;
  for (const other of await lockSamePerson(ctx, prospect)) {
    if (other.stoppedChannels.includes(channel)) continue;
    const touches = await listTouches(db, { workspaceId, prospectId: other.id });
    const { inLine } = other;
    const change = { ...blockChannel(other, channel, touches), inLine };
    await saveChange(ctx, { prospect: other, change, verb: 'stop', touchId });
  }
}

/**
 * Opens again what this stop closed under the person's other entries, and only that. Where somebody
 * asked again since, it stays closed.
 */
export async function unblockSamePerson(
  ctx: RepContext,
  { prospect, touchId }: Stop,
): Promise<void> {
  const { db, workspaceId } = ctx;
  for (const other of await lockSamePerson(ctx, prospect)) {
    const key = { workspaceId, prospectId: other.id };
    const changes = await listHistory(db, { ...key, limit: LATEST_CHANGES });
    const stop = changes.find((one) => one.verb === 'stop' && one.touchId === touchId);
    const closed = stop ? channelsClosedBy(stop) : [];
    if (!stop || closed.length === 0) continue;
    const touches = await listTouches(db, key);
    if (touches.some((touch) => touch.outcome === 'stop' && touch.createdAt > stop.at)) continue;
    const change =
      stop === changes[0]
        ? await changeBackTo(ctx, other, snapshotSchema.parse(stop.before))
        : openAgain(other, closed);
    await saveChange(ctx, { prospect: other, change, verb: 'undo', touchId });
  }
}

function channelsClosedBy({ before, after }: HistoryEntry): Channel[] {
  const was = snapshotSchema.parse(before).stoppedChannels;
  return snapshotSchema.parse(after).stoppedChannels.filter((way) => !was.includes(way));
}

/** The prospect as it stands, with these channels open. */
export function openAgain(prospect: Prospect, channels: readonly Channel[]) {
  const { standing, inLine } = prospect;
  const stoppedChannels = prospect.stoppedChannels.filter((way) => !channels.includes(way));
  return { standing, inLine, stoppedChannels };
}
