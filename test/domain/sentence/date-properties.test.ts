import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addDays, isLocalDate } from '../../../src/domain/local-date.ts';
import { outlineOf } from '../../../src/domain/sentence/outline.ts';
import { readSentence } from '../../../src/domain/sentence/read-sentence.ts';
import { SENTENCE_LENGTH } from '../../../src/domain/sentence/reading.ts';
import { MONDAY_TO_FRIDAY } from '../../../src/domain/working-days.ts';
import { isLocalTime } from '../../../src/domain/zone.ts';
import { CAST } from './cast.ts';

const WORDS =
  `a the in on at by for of until next last this after before no not now today tomorrow tmrw yesterday
  tonight morning afternoon evening noon midnight mon tues wed thursday fri sat sunday week weeks day days
  month months year hour minutes working business ago later time early mid late end eod eow eom weekend
  jan feb 29 30 31 31st 32 5th 1st 0 1 2 10 12 14 99 400 2026 2027 1500 9999 99999999999 march may june dec december
  5/12 31/02 13/12 3.12. 2026-02-30 2027-12-03 9:30 25:00 10am 13pm 2-3pm 10-11 half past quarter to +3 +2w -3
  est gmt few couple q1 called met mia spoke answer try call then said agreed . , ; : ( ) ? @ & 🙂`.split(
    /\s+/,
  );
const sentences = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 8 })),
    {
      maxLength: 60,
    },
  )
  .map((words) => words.join(' '));
const reports = sentences.map((words) => `Called Mia, no answer, try ${words}`);
const worlds = fc
  .record({
    daysOn: fc.nat(3000),
    hour: fc.nat(23),
    minute: fc.nat(59),
  })
  .map(({ daysOn, hour, minute }) => ({
    today: addDays('2024-01-01', daysOn),
    time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() },
    prospects: CAST,
  }));

describe('readSentence', () => {
  test('names only days there are, told within two years behind, planned within two ahead', () => {
    fc.assert(
      fc.property(fc.oneof(sentences, reports), worlds, (text, world) => {
        const { said, kind } = readSentence(text, world);
        const { touchedOn, nextOn, nextTime } = said;

        for (const day of [touchedOn, nextOn]) expect(day === null || isLocalDate(day)).toBe(true);
        if (touchedOn !== null) {
          expect(touchedOn <= world.today).toBe(true);
          expect(touchedOn >= addDays(world.today, kind === 'certain' ? -30 : -730)).toBe(true);
        }
        if (nextOn !== null) {
          expect(nextOn >= world.today && nextOn <= addDays(world.today, 730)).toBe(true);
        }
        if (nextTime !== null) {
          expect(isLocalTime(nextTime) && nextOn !== null).toBe(true);
          expect(nextOn === world.today ? nextTime > world.time : true).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('takes each word for a part of one date at most, and none of a name', () => {
    fc.assert(
      fc.property(fc.oneof(sentences, reports), worlds, (text, world) => {
        const { whens, mentions, tokens } = outlineOf(text, world);
        const spans = [...whens, ...mentions].toSorted((a, b) => a.from - b.from);

        for (const [index, { from, to }] of spans.entries()) {
          expect(from < to && to <= (spans[index + 1]?.from ?? tokens.length)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('reads any text up to the longest with a bounded number of matches', () => {
    const matches = vi.spyOn(RegExp.prototype, 'exec');
    const world = {
      today: '2026-11-17',
      time: '09:20',
      calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() },
      prospects: CAST,
    };
    fc.assert(
      fc.property(fc.oneof(sentences, fc.string(), fc.constantFrom(...WORDS)), (words) => {
        const text = `${words} `.repeat(SENTENCE_LENGTH).slice(0, SENTENCE_LENGTH - 1);
        matches.mockClear();

        readSentence(text, world);

        expect(matches.mock.calls.length).toBeLessThan(100 * SENTENCE_LENGTH);
      }),
      { numRuns: 200 },
    );
  });
});
