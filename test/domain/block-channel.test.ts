import { expect, test } from 'vitest';
import { blockChannel } from '../../src/domain/block-channel.ts';
import type { Channel } from '../../src/domain/touch.ts';
import { prospectOf } from '../support/views.ts';

const both = { email: 'dana@acme.example', phone: '+1 512 555 0142' };

test.each([
  ['a call becomes a text, as the number is known', { ...both }, 'call', 'text'],
  ['an e-mail stays one', { ...both, next: { channel: 'email' } }, 'call', 'email'],
  ['an e-mail becomes a call', { ...both, next: { channel: 'email' } }, 'email', 'call'],
  ['without another way it names none', { email: null, phone: null }, 'call', null],
] as [string, object, Channel, Channel | null][])('%s', (_what, change, blocked, channel) => {
  const before = prospectOf(change);

  const { standing, stoppedChannels } = blockChannel(before, blocked, []);

  expect(stoppedChannels).toEqual([blocked]);
  expect(standing).toEqual({ ...before.standing, next: { ...before.standing.next, channel } });
});

test('a channel blocked twice is blocked once', () => {
  const { stoppedChannels } = blockChannel(prospectOf({ stoppedChannels: ['call'] }), 'call', []);

  expect(stoppedChannels).toEqual(['call']);
});
