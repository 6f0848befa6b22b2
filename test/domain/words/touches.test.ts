import { describe, expect, test } from 'vitest';
import { CHANNELS, OUTCOMES } from '../../../src/domain/touch.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';

const TOUCHES = CHANNELS.flatMap((channel) => OUTCOMES.map((outcome) => ({ channel, outcome })));

describe.each([
  ['English', en],
  ['German', de],
] as const)('a touch in %s', (_, { labels }) => {
  test('is told otherwise than every other, so that a change shows', () => {
    const told = TOUCHES.map(labels.touch);

    expect(new Set(told).size).toBe(TOUCHES.length);
  });

  test('is told in one phrase that reads inside a sentence', () => {
    expect(TOUCHES.map(labels.touch).filter((told) => / oder | or |^, |, $/.test(told))).toEqual(
      [],
    );
  });
});

test.each([
  ['call', 'sent', 'call, left a message', 'Anruf, Nachricht hinterlassen'],
  ['email', 'sent', 'email sent', 'E-Mail geschickt'],
  ['meeting', 'spoke', 'we met', 'persönlich getroffen'],
  ['other', 'no_answer', 'no answer', 'nicht erreicht'],
  ['email', 'they_got_in_touch', 'they emailed', 'hat eine E-Mail geschrieben'],
  ['video', 'missed_appointment', 'they missed our video call', 'Videoanruf, zum Termin nicht'],
] as const)('%s and %s is “%s”', (channel, outcome, english, german) => {
  expect(en.labels.touch({ channel, outcome })).toBe(english);
  expect(de.labels.touch({ channel, outcome })).toContain(german);
});
