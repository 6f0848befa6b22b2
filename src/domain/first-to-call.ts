import type { DueRow } from './digest-model.ts';
import { REMIND_MINUTES } from './promise-reminder.ts';
import type { Prospect } from './prospect.ts';
import type { Channel } from './touch.ts';

/** Ways on which somebody answers at once, or does not. */
const LIVE: readonly Channel[] = ['call', 'video', 'meeting'];

type Reach = Pick<Prospect, 'phone' | 'stoppedChannels' | 'standing'>;

/**
 * How nobody answered: on the next step's way where one answers at once on it, else by call. Null when
 * they asked us not to use it.
 * @example
 * // The next step is an e-mail, which nobody answers at once.
 * noAnswerChannel({ stoppedChannels: [], standing: { next: { channel: 'email', … }, … }, … }) //=> 'call'
 */
export function noAnswerChannel({ stoppedChannels, standing }: Reach): Channel | null {
  const planned = standing.next?.channel ?? 'call';
  const channel = LIVE.includes(planned) ? planned : 'call';
  return stoppedChannels.includes(channel) ? null : channel;
}

/**
 * Whether the next step is a call: by its channel, or because there is a number and no channel planned.
 * @example isToCall({ phone: '+49 30 5550147', standing: { next: { channel: null, … }, … }, … }) //=> true
 */
export function isToCall({ phone, stoppedChannels, standing }: Reach): boolean {
  if (standing.next === null || stoppedChannels.includes('call')) return false;
  const { channel } = standing.next;
  return channel === 'call' || (channel === null && phone !== null);
}

/**
 * Whether a row's prospect is one to call now: nobody waits for a manager or was reached out to just
 * now, and a time agreed with them is 15 minutes away at most.
 * @example
 * // Promised for 10:00.
 * isToCallNow(danasRow, new Date('2026-11-17T08:30:00Z')) //=> false
 */
export function isToCallNow({ prospect, section, isHeld, warning }: DueRow, now: Date): boolean {
  if (isHeld || warning !== null || section === 'before_back') return false;
  const at = prospect.standing.next?.at ?? now;
  return at.getTime() - now.getTime() <= REMIND_MINUTES * 60_000 && isToCall(prospect);
}
