import { describe, expect, test } from 'vitest';
import { readSentence } from '../../../src/domain/sentence/read-sentence.ts';
import type { Said, SentenceReading } from '../../../src/domain/sentence/reading.ts';
import { MONDAY_TO_FRIDAY } from '../../../src/domain/working-days.ts';
import { CAST } from './cast.ts';
import { DATE_ROWS } from './date-rows.ts';
import { LATER_ROWS, TRAP_ROWS } from './later-rows.ts';
import { PHONE_ROWS } from './phone-rows.ts';
import { ASKED_ROWS, LOGGED_ROWS } from './plain-rows.ts';
import type { Asked, Expected, Row } from './rows.ts';

const TODAY = '2026-11-17';
const WORLD = {
  today: TODAY,
  time: '09:20',
  calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() },
  prospects: CAST,
};

describe('readSentence', () => {
  test.each([
    ...LOGGED_ROWS,
    ...ASKED_ROWS,
    ...PHONE_ROWS,
    ...LATER_ROWS,
    ...TRAP_ROWS,
    ...DATE_ROWS,
  ])('reads “$text”', (row: Row) => {
    const reading = readSentence(row.text, WORLD);

    if ('logs' in row) expect(loggedOf(reading)).toEqual({ when: TODAY, ...row.logs });
    else expect(askedOf(reading, row.asks)).toEqual(row.asks);
  });
});

function loggedOf(reading: SentenceReading) {
  if (reading.kind === 'ask') return reading;
  return { who: reading.prospectId, how: reading.said.channel, ...expectedOf(reading.said) };
}

/** Of what was understood, as much as the row tells. */
function askedOf(reading: SentenceReading, { candidates, understood }: Asked) {
  if (reading.kind === 'certain') return reading;
  const { said, why } = reading;
  const all: Partial<Expected> = { how: said.channel, ...expectedOf(said) };
  const [who] = reading.candidates;
  const told = { ...all, who };
  return {
    why,
    ...(candidates ? { candidates: reading.candidates.toSorted() } : {}),
    ...(understood
      ? {
          understood: Object.fromEntries(Object.entries(told).filter(([key]) => key in understood)),
        }
      : {}),
  };
}

function expectedOf(said: Said): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({
      what: said.outcome,
      when: said.touchedOn,
      step: said.nextStep,
      on: said.nextOn,
      at: said.nextTime,
      promise: said.promise,
      interest: said.interest,
      reason: said.noReason,
      stops: said.stopChannel,
    }).filter(([, value]) => value !== null && value !== false),
  );
}
