import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prospects } from '../../src/db/schema.ts';
import { useDatabase } from '../support/database.ts';
import { createFigures } from './figures.ts';
import { sayFailure, writeReport } from './report.ts';
import { runModel } from './run-model.ts';
import { runSequence } from './run-sequence.ts';
import { shorten } from './shorten.ts';
import { attempt, type Step } from './verb.ts';
import { passTime } from './verbs/pass-time.ts';

const database = useDatabase();
const SEQUENCES = 60;
/** A busy machine gets through fewer. */
const WITHIN_MS = 7_000;
const LEAST = 3;

test('sequences of every verb leave nobody out, and nothing that the model does not have', async () => {
  const figures = createFigures();
  const run = { sequences: SEQUENCES, seed: 2026, path: null, withinMs: WITHIN_MS };

  const failure = await runModel(database.db, run, figures);

  expect(failure && sayFailure(failure).join('\n')).toBeNull();
  expect(figures.sequences, writeReport(figures, { failure, seconds: 1 })).toBeGreaterThan(LEAST);
}, 60_000);

test('a failure is told as the fewest steps that lead to it', async () => {
  const steps = [
    ...fc.sample(passTime.steps, { numRuns: 4, seed: 1 }),
    spoil,
    ...fc.sample(passTime.steps, { numRuns: 3, seed: 2 }),
  ];
  const sequence = { start: '2026-10-23T07:00:00Z', steps };

  const told = await shorten(sequence, (some) => runSequence(database.db, some));

  expect(told).toMatch(/^1\. Fri 23 Oct 07:07 \(UTC\) somebody moves every date\n\n/);
  expect(told).toContain('stands as in the model');
});

const spoil: Step = {
  verb: 'spoil',
  intend: ({ db, workspaceId }) => ({
    ...{ words: 'somebody moves every date', actor: null, refusals: [], answers: [] },
    attempt: attempt(
      () =>
        db
          .update(prospects)
          .set({ nextOn: '2027-01-01' })
          .where(eq(prospects.workspaceId, workspaceId)),
      () => {},
    ),
  }),
};
