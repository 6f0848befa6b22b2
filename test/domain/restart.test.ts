import { expect, test } from 'vitest';
import { restartStep } from '../../src/domain/restart.ts';
import type { TouchFact } from '../../src/domain/touch.ts';
import { prospectOf } from '../support/views.ts';

const ON = '2026-11-17';
const won = { standing: { status: 'won', next: null } };
const stopped = { standing: { status: 'stopped', next: null } };
const duplicate = { standing: { status: 'not_a_prospect', next: null } };
const both = { email: 'dana@acme.example', phone: '+1 512 555 0142' };
const neither = { email: null, phone: null };
const call: TouchFact = {
  ...{ touchedOn: '2026-11-02', channel: 'call', outcome: 'no_answer', repId: 'ana' },
};
const theirs: TouchFact = { ...call, outcome: 'they_got_in_touch', channel: 'social' };

test.each([
  ['who said Yes is asked again', won, [call], 'ask_again'],
  ['a stop lifted after a call is a call again', stopped, [call], 'try_again'],
  ['a stop lifted before any touch is a first contact', stopped, [], 'first_contact'],
  ['what they did is no contact of ours', stopped, [theirs], 'first_contact'],
  ['contacts from an import count', { ...duplicate, importedContacts: 2 }, [], 'try_again'],
])('%s', (_what, change, touches, action) => {
  const step = restartStep(prospectOf(change), { touches, on: ON, rule: 'lifted' });

  expect(step).toMatchObject({ action, on: ON, promised: false, rule: { kind: 'lifted' } });
});

test.each([
  ['a number', both, [], 'call'],
  ['an address alone', { ...both, phone: null }, [], 'email'],
  ['a number they do not want called', { ...both, stoppedChannels: ['call'] }, [], 'email'],
  ['a way used before', neither, [theirs], 'social'],
  ['nothing', neither, [], null],
] as const)('with %s the way is %s', (_what, change, touches, channel) => {
  const prospect = prospectOf({
    ...change,
    stoppedChannels: [...('stoppedChannels' in change ? change.stoppedChannels : [])],
  });

  expect(restartStep(prospect, { touches, on: ON, rule: 'reopened' }).channel).toBe(channel);
});
