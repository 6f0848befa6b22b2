import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type InstallURLOptions, InvalidStateError, type StateStore } from '@slack/oauth';

const GOOD_FOR_MS = 600_000;

/**
 * The state that ties an installation to the browser that began it: random, signed, good for ten
 * minutes and for one use in this process. Another process refuses a second use through Slack, whose
 * code is good once.
 */
export function createStateStore(
  stateSecret: string,
  installOptions: InstallURLOptions,
): StateStore {
  const used = new Map<string, number>();
  return {
    generateStateParam: async (_options, now) => {
      const claim = `${randomBytes(24).toString('base64url')}.${now.getTime() + GOOD_FOR_MS}`;
      return `${claim}.${sign(claim, stateSecret)}`;
    },
    verifyStateParam: async (now, state) => {
      const [nonce = '', until = '', signature = ''] = state.split('.');
      const isOurs = isSame(signature, sign(`${nonce}.${until}`, stateSecret));
      forgetBefore(used, now);
      if (!isOurs || Number(until) <= now.getTime() || used.has(nonce)) {
        throw new InvalidStateError('The state is old, used or not ours.');
      }
      used.set(nonce, Number(until));
      return installOptions;
    },
  };
}

function sign(claim: string, secret: string): string {
  return createHmac('sha256', secret).update(claim).digest('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function forgetBefore(used: Map<string, number>, now: Date): void {
  for (const [nonce, until] of used) if (until <= now.getTime()) used.delete(nonce);
}
