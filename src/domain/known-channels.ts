import type { Prospect } from './prospect.ts';
import type { Channel, TouchFact } from './touch.ts';

/**
 * The ways a prospect can be reached: by their address or number, and any way already used, less the
 * ways they asked us not to use.
 * @example knownChannelsOf({ email: 'dana@acme.example', phone: null, stoppedChannels: [] }, [])
 * //=> ['email']
 */
export function knownChannelsOf(
  prospect: Pick<Prospect, 'email' | 'phone' | 'stoppedChannels'>,
  touches: readonly TouchFact[],
): Channel[] {
  const known = new Set<Channel>();
  if (prospect.phone !== null) known.add('call').add('text');
  if (prospect.email !== null) known.add('email');
  for (const touch of touches) {
    if (touch.outcome !== 'wrong_contact') known.add(touch.channel);
  }
  for (const channel of prospect.stoppedChannels) known.delete(channel);
  return [...known];
}
