import { expect, test } from 'vitest';
import { unsaidChannel } from '../../src/domain/unsaid-channel.ts';
import { prospectOf } from '../support/views.ts';

const planned = (channel: 'email' | 'video' | null, email: string | null = 'dana@acme.example') =>
  prospectOf({ email, next: { on: '2026-11-20', channel } });

test.each([
  ['no_answer', planned('email'), 'call'],
  ['no_answer', planned('video'), 'video'],
  ['sent', planned('video'), 'video'],
  ['sent', planned(null), 'email'],
  ['sent', planned(null, null), 'call'],
  ['spoke', planned('email'), 'email'],
  ['spoke', planned(null), 'call'],
  [null, planned(null), 'call'],
  ['sent', null, 'call'],
] as const)(
  '%s goes the way the next step was meant, or the way there is (%#)',
  (outcome, prospect, channel) => {
    expect(unsaidChannel(outcome, prospect)).toBe(channel);
  },
);
