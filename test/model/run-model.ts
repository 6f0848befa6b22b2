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
  /** Ends the run after the sequences in hand. */
  signal?: AbortSignal;
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

/** Sequences wait for Postgres most of the time, so some run at once; each lane has a seed of its own. */
const LANES = 4;

/**
 * Runs random sequences; answers the first that fails, less the steps it fails without, or null when all
 * hold. The same seed and path shorten to the same steps.
 */
export async function runModel(
  db: Db,
  run: ModelRun,
  figures: Figures,
): Promise<ModelFailure | null> {
  const stop: Stop = { failure: null, after: performance.now() + (run.withinMs ?? Infinity) };
  const together = { figures, stop };
  await Promise.all(lanesOf(run).map((lane) => runLane(db, lane, together)));
  if (stop.failure === null) return null;
  const { sequence, ...where } = stop.failure;
  return { ...where, told: await shorten(sequence, (some) => runSequence(db, some)) };
}

function lanesOf(run: ModelRun): ModelRun[] {
  if (run.path !== null) return [run];
  const lanes = Math.min(LANES, run.sequences);
  const sequences = Math.ceil(run.sequences / lanes);
  return Array.from({ length: lanes }, (_, lane) => {
    return { ...run, sequences, seed: run.seed * LANES + lane };
  });
}

type Failing = { sequence: Sequence; seed: number; path: string };
type Stop = { failure: Failing | null; after: number };

async function runLane(
  db: Db,
  run: ModelRun,
  { figures, stop }: { figures: Figures; stop: Stop },
): Promise<void> {
  const property = fc.asyncProperty(SEQUENCES, async (sequence) => {
    // One failure is enough, and time may be up: what is left of the lanes does nothing.
    const isOver = performance.now() > stop.after || run.signal?.aborted;
    if (stop.failure === null && !isOver) await runSequence(db, sequence, figures);
  });
  const { counterexample, counterexamplePath, seed } = await fc.check(property, {
    ...{ numRuns: run.sequences, seed: run.seed, endOnFailure: true },
    ...(run.path === null ? {} : { path: run.path }),
  });
  const sequence: Sequence | undefined = counterexample?.[0];
  if (!sequence || counterexamplePath === null || stop.failure) return;
  stop.failure = { sequence, seed, path: counterexamplePath };
}
