import { expect, test } from 'vitest';
import type { LoggedTouch } from '../../../src/domain/logged-touch.ts';
import type { EditedPart } from '../../../src/domain/touch-edit.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import type { Words } from '../../../src/domain/words/words.ts';
import { buildTouchAnswer, buildUndoAnswer } from '../../../src/slack/views/touch-answer.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, touchOf, uuid, ZONE } from '../../support/views.ts';

const TOM = {
  prospect: prospectOf({ id: uuid(2), name: 'Tom Okafor', company: 'Birch' }),
  isCall: false,
};

function answer(
  change: Partial<LoggedTouch> = {},
  { words = en, ...shown }: { words?: Words; who?: string; nextUp?: typeof TOM } = {},
): string {
  const logged: LoggedTouch = {
    touch: touchOf(),
    prospect: prospectOf({
      next: { on: '2026-11-20', rule: { kind: 'unanswered', inARow: 2, wait: 3 } },
    }),
    ...{ contacts: 3, promise: null, movedFrom: null, promiseOnDayOff: false, warning: null },
    ...change,
  };
  const { who = 'Ben', nextUp = null } = shown;
  const model = { logged, today: TODAY, zone: ZONE, nameOf: () => who, nextUp };
  return readBlocks(buildTouchAnswer(model, words).blocks);
}

test('the answer says what was logged, what comes next and why', () => {
  expect(answer({}, { nextUp: TOM })).toBe(`*Logged*: call, no answer. Dana Reyes, Acme, contact 3.
*Next*: call again Fri 20 Nov (2 unanswered in a row: wait 3 working days).
[Change] [Undo] [Next: Tom Okafor]`);
});

test('the next one to call is logged with one tap when nobody answers', () => {
  const shown = answer({}, { nextUp: { ...TOM, isCall: true } });

  expect(shown).toContain('[Undo] [Next: Tom Okafor] [No answer: Tom Okafor]');
});

test.each([
  [
    'a day back, a chosen day that moved',
    {
      touch: touchOf({ touchedOn: '2026-11-16' }),
      movedFrom: '2026-11-21',
      prospect: prospectOf({
        next: { on: '2026-11-23', step: 'Send pricing', rule: { kind: 'picked' } },
      }),
    },
    `*Logged*: call, no answer on Mon 16 Nov. Dana Reyes, Acme, contact 3.
*Next*: Send pricing, Mon 23 Nov (the date you chose).
Sat 21 Nov is a day off: moved to Mon 23 Nov.`,
  ],
  [
    'a promise on a Saturday',
    {
      touch: touchOf({ outcome: 'spoke' }),
      promiseOnDayOff: true,
      prospect: prospectOf({
        next: {
          ...{ on: '2026-11-21', at: new Date('2026-11-21T16:00:00Z'), action: 'continue' },
          ...{ promised: true, rule: { kind: 'agreed' } },
        },
      }),
    },
    `*Logged*: call, we spoke. Dana Reyes, Acme, contact 3.
*Next*: carry on the conversation Sat 21 Nov, 10:00 (agreed with them: a promise).
Sat 21 Nov is a day off. The promise stays on it.`,
  ],
  [
    'the third in a row',
    {
      prospect: prospectOf({
        next: {
          ...{ on: '2026-11-23', action: 'leave_message', channel: 'email' },
          rule: { kind: 'unanswered', inARow: 3, wait: 4 },
        },
      }),
    },
    `*Logged*: call, no answer. Dana Reyes, Acme, contact 3.
*Next*: leave a message, “happy to carry on, I know you are busy”, Mon 23 Nov (3 unanswered in a row: wait 4 working days).`,
  ],
  [
    'a Yes',
    {
      touch: touchOf({ outcome: 'yes' }),
      promise: 'kept',
      prospect: prospectOf({ standing: { status: 'won', next: null, revisitOn: '2026-12-01' } }),
    },
    `*Logged*: call, yes. Dana Reyes, Acme, contact 3.
Won. Check in on Tue 1 Dec.
Promise kept.`,
  ],
  [
    'a stop of calls alone',
    {
      touch: touchOf({ outcome: 'stop' }),
      prospect: prospectOf({
        stoppedChannels: ['call'],
        next: { on: '2026-11-20', action: 'continue', rule: { kind: 'conversation', wait: 3 } },
      }),
    },
    `*Logged*: call, asked us to stop. Dana Reyes, Acme, contact 3.
They asked us not to use: call.
*Next*: carry on the conversation Fri 20 Nov (after a conversation: 3 working days).`,
  ],
  [
    'a stop of everything',
    {
      touch: touchOf({ outcome: 'stop' }),
      prospect: prospectOf({ standing: { status: 'stopped', next: null, revisitOn: null } }),
    },
    `*Logged*: call, asked us to stop. Dana Reyes, Acme, contact 3.
Out of every digest, list and proposal, at once. Nobody can log an outbound touch.`,
  ],
  [
    'somebody else’s call yesterday',
    {
      warning: {
        ...{ repId: uuid(2), channel: 'call', touchedOn: '2026-11-16', betterFrom: '2026-11-18' },
      },
    },
    `*Logged*: call, no answer. Dana Reyes, Acme, contact 3.
*Next*: call again Fri 20 Nov (2 unanswered in a row: wait 3 working days).
Ben already reached out yesterday, so this does not score. Better from Wed 18 Nov.`,
  ],
  [
    'somebody else’s call the same day',
    {
      warning: {
        ...{ repId: uuid(2), channel: 'call', touchedOn: '2026-11-17', betterFrom: '2026-11-19' },
      },
    },
    `*Logged*: call, no answer. Dana Reyes, Acme, contact 3.
*Next*: call again Fri 20 Nov (2 unanswered in a row: wait 3 working days).
Counts as one contact with Ben’s call, and does not score. Better from Thu 19 Nov.`,
  ],
] as [string, Partial<LoggedTouch>, string][])('after %s', (_what, change, text) => {
  expect(answer(change)).toBe(`${text}\n[Change] [Undo]`);
});

const WAS = touchOf({ channel: 'email', outcome: 'sent' });

test.each<[string, Partial<LoggedTouch>, string]>([
  [
    'of a day and some words',
    {
      touch: touchOf({ touchedOn: '2026-11-16' }),
      edit: {
        was: { ...WAS, ...{ channel: 'call', outcome: 'no_answer' } },
        ...edited('note', 'points'),
      },
    },
    `*Changed*: call, no answer on Mon 16 Nov. Dana Reyes, Acme, contact 3.
It was: call, no answer on Tue 17 Nov.
Note and points changed.
*Next*: call again Fri 20 Nov (2 unanswered in a row: wait 3 working days).
[Change] [Undo]`,
  ],
  [
    'into a No',
    {
      touch: touchOf({ outcome: 'no', noReason: 'price', lesson: 'Ask early.' }),
      prospect: prospectOf({ standing: { status: 'lost', next: null, revisitOn: null } }),
      edit: { was: WAS, ...edited('noReason', 'lesson') },
    },
    `*Changed*: call, no (price). Dana Reyes, Acme, contact 3.
It was: email sent.
Lesson changed.
Lost. Out of every list.
[Change] [Undo]`,
  ],
  [
    'of an earlier touch',
    { edit: { was: WAS, ...edited(), isLatest: false } },
    `*Changed*: call, no answer. Dana Reyes, Acme, contact 3.
It was: email sent.
*Next stays*: call again Fri 20 Nov.
[Change]`,
  ],
])('a change %s says what it was', (_what, change, text) => {
  expect(answer(change)).toBe(text);
});

function edited(...parts: EditedPart[]) {
  return { parts, isLatest: true };
}

test('an undo says what stands again, in the rep’s words', () => {
  const prospect = prospectOf({ next: { step: 'Send *pricing*' } });

  const model = { touch: touchOf(), prospect, today: TODAY, zone: ZONE };
  const { text, blocks } = buildUndoAnswer(model, en);

  expect(text).toBe('Undone: call, no answer. Dana Reyes, Acme.');
  expect(readBlocks(blocks)).toBe(`Undone: call, no answer. Dana Reyes, Acme.
Stands as before: Send *pricing*, Tue 17 Nov.`);
});

const GUARD = {
  repId: uuid(2),
  channel: 'call',
  touchedOn: TODAY,
  betterFrom: '2026-11-19',
} as const;

test.each([
  [{ ...GUARD }, 'You', 'Counts as one contact with your call, and does not score.'],
  [{ ...GUARD, channel: 'other' }, 'Ben', 'Counts as one contact with Ben’s touch, and does not'],
  [{ ...GUARD, touchedOn: '2026-11-16' }, 'You', 'You already reached out yesterday, so this does'],
] as const)('a touch too near another says whose that was (%#)', (warning, who, text) => {
  expect(answer({ warning }, { who })).toContain(text);
});

test('in German the answer reads like this', () => {
  const moved = {
    touch: touchOf({ touchedOn: '2026-11-16' }),
    movedFrom: '2026-11-21',
    prospect: prospectOf({
      next: { on: '2026-11-23', step: 'Preise schicken', rule: { kind: 'picked' } },
    }),
    warning: GUARD,
  };

  expect(
    answer(moved, { words: de, nextUp: TOM }),
  ).toBe(`*Eingetragen*: Anruf, nicht erreicht, am Mo 16. Nov. Dana Reyes, Acme, Kontakt 3.
*Nächster Schritt*: Preise schicken, Mo 23. Nov (von dir gewählt).
Sa 21. Nov ist kein Arbeitstag: verschoben auf Mo 23. Nov.
Ben hat sich heute schon gemeldet, deshalb zählt das nicht für die Rangliste. Besser ab Do 19. Nov.
[Ändern] [Rückgängig] [Weiter: Tom Okafor]`);
});

test('in German a change says what it was, and whose call counts with it', () => {
  const edit = { was: WAS, ...edited('lesson', 'note', 'points') };
  const warning = { ...GUARD, channel: 'email' } as const;

  expect(
    answer({ edit, warning }, { words: de }),
  ).toBe(`*Geändert*: Anruf, nicht erreicht. Dana Reyes, Acme, Kontakt 3.
Vorher: E-Mail geschickt.
Erkenntnis, Notiz und Punkte geändert.
*Nächster Schritt*: Noch einmal anrufen, Fr 20. Nov (2 in Folge ohne Antwort: 3 Arbeitstage warten).
Zählt mit der E-Mail von Ben als ein Kontakt und nicht für die Rangliste. Besser ab Do 19. Nov.
[Ändern] [Rückgängig]`);
});
