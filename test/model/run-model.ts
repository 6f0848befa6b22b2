import fc from 'fast-check';
import type { Db } from '../../src/db/client.ts';
import { STARTS } from './cast.ts';
import type { Figures } from './figures.ts';
import { runSequence, type Sequence } from './run-sequence.ts';
import { shorten } from './shorten.ts';
import { VERBS } from './verbs.ts';

export type ModelRun = {
  sequences: number;
  seed: number;
  /** Where in the run of this seed to begin: a failure's own sequence, already shrunk. */
  path: string | null;
  /** No more sequences after so many milliseconds. */
  withinMs: number | null;
};

export type ModelFailure = { seed: number; path: string; told: string };

/** Some 24 steps; a failure is shortened afterwards. */
const LENGTH = { minLength: 16, maxLength: 32, size: 'max' } as const;

const SEQUENCES = fc.record({
  start: fc.constantFrom(...STARTS),
  steps: fc.array(
    fc.oneof(...VERBS.map(({ weight, steps }) => ({ weight, arbitrary: steps }))),
    LENGTH,
  ),
});

/**
 * Runs random sequences; answers the first that fails, less the steps it fails without, or null when all
 * hold. The same seed and path shorten to the same steps.
 */
export async function runModel(
  db: Db,
  run: ModelRun,
  figures: Figures,
): Promise<ModelFailure | null> {
  const property = fc.asyncProperty(SEQUENCES, (sequence) => runSequence(db, sequence, figures));
  const result = await fc.check(property, {
    ...{ numRuns: run.sequences, seed: run.seed, endOnFailure: true },
    ...(run.path === null ? {} : { path: run.path }),
    ...(run.withinMs === null ? {} : { interruptAfterTimeLimit: run.withinMs }),
  });
  const failing: Sequence | undefined = result.counterexample?.[0];
  if (!failing || result.counterexamplePath === null) return null;
  const told = await shorten(failing, (sequence) => runSequence(db, sequence));
  return { seed: result.seed, path: result.counterexamplePath, told };
}
