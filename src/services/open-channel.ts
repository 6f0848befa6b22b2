import { ConflictError, InvalidError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { Channel } from '../domain/touch.ts';
import { openAgain } from './block-same-person.ts';
import type { RepContext } from './context.ts';
import { lockSamePerson } from './lock-same-person.ts';
import { saveChange } from './save-change.ts';

/** Lifts the stop of one channel, under every entry of the person. Part of `liftStop`. */
export async function openChannel(
  ctx: RepContext,
  prospect: Prospect,
  { wanted, reason }: { wanted: Channel | null; reason: string },
): Promise<{ prospect: Prospect; channel: Channel; others: number }> {
  const channel = chooseChannel(prospect, wanted);
  const open = (entry: Prospect) =>
    saveChange(ctx, {
      prospect: entry,
      change: openAgain(entry, [channel]),
      verb: 'lift',
      reason,
    });
  const others = await lockSamePerson(ctx, prospect);
  const closed = others.filter(({ stoppedChannels }) => stoppedChannels.includes(channel));
  const opened = await open(prospect);
  for (const other of closed) await open(other);
  return { prospect: opened, channel, others: closed.length };
}

function chooseChannel(prospect: Prospect, wanted: Channel | null): Channel {
  const [first, second] = prospect.stoppedChannels;
  if (first === undefined)
    throw new ConflictError(({ endings }) => endings.lift.isNotStopped(labelOf(prospect)));
  if (wanted === null && second !== undefined) {
    throw new InvalidError(({ endings }) => endings.lift.whichChannel, 'channel');
  }
  const channel = wanted ?? first;
  if (prospect.stoppedChannels.includes(channel)) return channel;
  throw new ConflictError(({ endings }) => endings.lift.isNotThatChannel(labelOf(prospect)));
}
