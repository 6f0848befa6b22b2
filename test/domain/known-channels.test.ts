import { expect, test } from 'vitest';
import { knownChannelsOf } from '../../src/domain/known-channels.ts';
import type { Channel, TouchFact } from '../../src/domain/touch.ts';

const used = (channel: Channel, outcome: TouchFact['outcome'] = 'no_answer'): TouchFact => ({
  touchedOn: '2026-11-16',
  channel,
  outcome,
  repId: 'ana',
});

test.each([
  ['nothing', {}, [], []],
  ['an address', { email: 'dana@acme.example' }, [], ['email']],
  ['a number', { phone: '+1 512 555 0142' }, [], ['call', 'text']],
  ['ways already used', {}, [used('social'), used('video')], ['social', 'video']],
  ['not a way that led to somebody else', {}, [used('email', 'wrong_contact')], []],
  [
    'not a way they asked us to stop',
    { phone: '+1 512 555 0142', stoppedChannels: ['text' as const] },
    [used('text')],
    ['call'],
  ],
])('%s', (_what, change, touches, expected) => {
  const prospect = { email: null, phone: null, stoppedChannels: [], ...change };

  expect(knownChannelsOf(prospect, touches)).toEqual(expected);
});
