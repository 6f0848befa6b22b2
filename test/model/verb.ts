import type fc from 'fast-check';
import type { ErrorCode } from '../../src/domain/errors.ts';
import type { World } from './world.ts';

/** One thing somebody is about to do: what the model expects of it, and how the services do it. */
export type Intent = {
  /** "Ana logs Dana Reyes: call, no answer". */
  words: string;
  /** Whose clock the sentence is told by; null for what happens to everybody. */
  actor: number | null;
  /** Codes with which the services may refuse; empty when the model allows it. */
  refusals: readonly ErrorCode[];
  /** Prospects whose promise this may move: it names a new date, answers the promise or takes back. */
  answers: readonly number[];
  /** Does it with the real services; the answer applies it to the model and compares what was said. */
  attempt(): Promise<() => void>;
};

/** A verb with its arguments drawn; null when there is nobody or nothing to do it with. */
export type Step = { verb: string; intend(world: World): Intent | null };

export type Verb = { name: string; weight: number; steps: fc.Arbitrary<Step> };

/** Joins a verb to the table: draw its arguments, say what it means in a world. */
export function defineVerb<A>(verb: {
  name: string;
  weight: number;
  drawn: fc.Arbitrary<A>;
  intend(world: World, drawn: A): Intent | null;
}): Verb {
  const { name, weight, drawn, intend } = verb;
  const steps = drawn.map((values) => ({
    verb: name,
    intend: (world: World) => intend(world, values),
  }));
  return { name, weight, steps };
}

/** What the services answered stays typed: `settle` gets what `act` returned. */
export function attempt<T>(act: () => Promise<T>, settle: (answer: T) => void) {
  return async () => {
    const answer = await act();
    return () => settle(answer);
  };
}
