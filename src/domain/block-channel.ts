import { knownChannelsOf } from './known-channels.ts';
import type { Prospect } from './prospect.ts';
import type { Channel, TouchFact } from './touch.ts';

/**
 * What a prospect becomes when its person asked, under another entry, not to be reached one way: day
 * and promise stay, and a next step that would go that way goes another, if one is known.
 * @example
 * // Dana, to be called on Thu 19 Nov, wants no calls; her e-mail is known.
 * blockChannel(dana, 'call', []).standing.next?.channel //=> 'email'
 */
export function blockChannel(
  prospect: Prospect,
  channel: Channel,
  touches: readonly TouchFact[],
): Pick<Prospect, 'standing' | 'stoppedChannels'> {
  const stoppedChannels = [...new Set([...prospect.stoppedChannels, channel])];
  const { standing } = prospect;
  if (standing.status !== 'open' || standing.next.channel !== channel) {
    return { standing, stoppedChannels };
  }
  const [other = null] = knownChannelsOf({ ...prospect, stoppedChannels }, touches);
  return { standing: { ...standing, next: { ...standing.next, channel: other } }, stoppedChannels };
}
