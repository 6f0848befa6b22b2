import { noAnswerChannel } from './first-to-call.ts';
import type { Prospect } from './prospect.ts';
import type { Channel, Outcome } from './touch.ts';

type Reach = Pick<Prospect, 'phone' | 'email' | 'stoppedChannels' | 'standing'>;

/**
 * How a touch went when nobody says so: as the next step was meant. But nobody answers an e-mail at once,
 * and what is sent with no way planned goes by e-mail where an address is known.
 * @example
 * // Nothing planned, an address known.
 * unsaidChannel('sent', dana) //=> 'email'
 */
export function unsaidChannel(outcome: Outcome | null, prospect: Reach | null): Channel {
  if (prospect === null) return 'call';
  if (outcome === 'no_answer') return noAnswerChannel(prospect) ?? 'call';
  const planned = prospect.standing.next?.channel;
  if (planned) return planned;
  return outcome === 'sent' && prospect.email !== null ? 'email' : 'call';
}
