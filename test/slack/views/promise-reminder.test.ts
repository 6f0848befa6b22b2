import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildPromiseReminder } from '../../../src/slack/views/promise-reminder.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, ZONE } from '../../support/views.ts';

const at = new Date('2026-11-17T16:00:00Z');

function remind(
  minutes: number,
  words: typeof en,
  change: { email?: string; next?: object; isHeld?: boolean } = {},
): string {
  const { isHeld = false, next: step, ...own } = change;
  const prospect = prospectOf({
    ...own,
    next: { at, promised: true, step: 'Send pricing', ...step },
  });
  const { next } = prospect.standing;
  if (!next) throw new Error('no next step');
  const now = new Date(at.getTime() - minutes * 60_000);
  const model = { prospect, next, at, now, points: 'budget in Jan', zone: ZONE, isHeld };
  return readBlocks(buildPromiseReminder(model, words).blocks);
}

test.each([
  [15, '*10:00, in 15 minutes: Dana Reyes, Acme.*'],
  [1, '*10:00, in 1 minute: Dana Reyes, Acme.*'],
  [0, '*10:00, now: Dana Reyes, Acme.*'],
])('%i minutes before a promise', (minutes, head) => {
  expect(remind(minutes, en)).toContain(head);
});

test('a call that nobody answers is one tap', () => {
  expect(remind(15, en)).toContain('budget in Jan [Log]\n[No answer: Dana Reyes]');
});

test.each([
  ['an e-mail', { email: 'dana@acme.example', next: { channel: 'email' } }],
  ['to somebody who waits for a manager’s word', { isHeld: true }],
])('a promise of %s has no such button', (_what, change) => {
  expect(remind(15, en, change)).not.toContain('No answer');
});

test('in German a reminder reads like this', () => {
  expect(remind(15, de)).toBe(`*10:00, in 15 Minuten: Dana Reyes, Acme.*
Send pricing. +1 512 555 0142
Punkte: budget in Jan [Eintragen]
[Nicht erreicht: Dana Reyes]`);
});
