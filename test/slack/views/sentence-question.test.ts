import { describe, expect, test } from 'vitest';
import type { Said } from '../../../src/domain/sentence/reading.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildSentenceQuestion } from '../../../src/slack/views/sentence-question.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY } from '../../support/views.ts';

const SAID: Said = {
  ...{ channel: 'call', outcome: 'no_answer', touchedOn: TODAY },
  ...{ nextStep: 'Send pricing', nextOn: '2026-11-20', nextTime: '10:00' },
  ...{ promise: false, interest: null, noReason: null, stopChannel: null, note: null },
};
const VALUE = { text: 'Dana: no answer', at: 0, key: 'evt:message:D1:1' };

function ask(said: Partial<Said> = {}) {
  return {
    ...{ why: 'unknown' as const, said: { ...SAID, ...said }, prospects: [prospectOf()] },
    ...{ stranger: 'Dana Ray', today: TODAY, value: VALUE },
  };
}

test('a question says why, what was understood and whom it may be about', () => {
  expect(
    readBlocks(buildSentenceQuestion(ask(), en).blocks),
  ).toBe(`I know nobody like “Dana Ray”. Nothing is logged yet.
I read: call, no answer. Next: Send pricing, Fri 20 Nov, 10:00.
*Dana Reyes, Acme* [This one]
[Add “Dana Ray”] [Open the form]`);
});

test('in German a question reads like this', () => {
  expect(
    readBlocks(buildSentenceQuestion(ask({ nextTime: null }), de).blocks),
  ).toBe(`Ich kenne niemanden wie „Dana Ray“. Noch ist nichts eingetragen.
Verstanden: Anruf, nicht erreicht. Nächster Schritt: Send pricing, Fr 20. Nov.
*Dana Reyes, Acme* [Auswählen]
[„Dana Ray“ anlegen] [Formular öffnen]`);
});

test.each([
  [{ channel: null, nextStep: null }, 'I read: no answer. Next: Fri 20 Nov, 10:00.'],
  [{ nextOn: null, nextTime: null }, 'I read: call, no answer. Next: Send pricing.'],
  [{ nextStep: null, nextOn: null, nextTime: null }, 'I read: call, no answer.'],
  [
    { touchedOn: '2026-11-16', nextStep: null, nextTime: null, promise: true },
    'I read: call, no answer on Mon 16 Nov. Next: Fri 20 Nov, promised.',
  ],
  [{ outcome: null, channel: null, nextStep: null }, 'Next: Fri 20 Nov, 10:00.'],
])('only what was understood is said (%#)', (said, text) => {
  expect(readBlocks(buildSentenceQuestion(ask(said), en).blocks)).toContain(`\n${text}\n`);
});

describe('a sentence that lacks only what happened', () => {
  const question = {
    ...ask({ outcome: null, channel: null, nextStep: null }),
    ...{ why: 'outcome' as const, stranger: null },
  };

  test('is asked about with what was understood and a button for each answer', () => {
    expect(
      readBlocks(buildSentenceQuestion(question, en).blocks),
    ).toBe(`What happened? Nothing is logged yet.
I read: *Dana Reyes, Acme*. Next: Fri 20 Nov, 10:00.
[No answer] [Left or sent a message] [We spoke or met] [Something else…]`);
  });

  test('in German reads like this', () => {
    expect(
      readBlocks(buildSentenceQuestion(question, de).blocks),
    ).toBe(`Was war? Noch ist nichts eingetragen.
Verstanden: *Dana Reyes, Acme*. Nächster Schritt: Fr 20. Nov, 10:00.
[Nicht erreicht] [Nachricht hinterlassen oder geschickt] [Gespräch geführt] [Etwas anderes…]`);
  });

  test('about somebody whose words no button can remember has no buttons', () => {
    const long = { ...question, value: { ...VALUE, text: '"'.repeat(1000) } };

    expect(readBlocks(buildSentenceQuestion(long, en).blocks)).not.toContain('[');
  });
});

test('a plan is not told as what was understood', () => {
  const plan = { ...ask({ outcome: null }), why: 'not_done' as const, stranger: null };

  expect(readBlocks(buildSentenceQuestion(plan, en).blocks)).not.toContain('Next:');
});
