import fc from 'fast-check';
import { attempt, defineVerb } from '../verb.ts';

const HOUR = 3_600_000;
const SPANS = [
  ['an hour', HOUR],
  ['five hours', 5 * HOUR],
  ['a night', 14 * HOUR],
  ['a day', 24 * HOUR],
  ['two days', 48 * HOUR],
  ['five days', 5 * 24 * HOUR],
  ['two weeks', 14 * 24 * HOUR],
  ['five weeks', 35 * 24 * HOUR],
] as const;

export const passTime = defineVerb({
  name: 'pass time',
  weight: 6,
  drawn: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...SPANS.slice(0, 5)) },
    { weight: 1, arbitrary: fc.constantFrom(...SPANS.slice(5)) },
  ),
  intend: ({ model }, [said, span]) => ({
    words: `${said} passes`,
    actor: null,
    refusals: [],
    answers: [],
    attempt: attempt(
      async () => {},
      () => {
        model.now += span;
      },
    ),
  }),
});
