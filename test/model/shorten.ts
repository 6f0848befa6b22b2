import type { Sequence } from './run-sequence.ts';

/**
 * Leaves out of a failing sequence every step without which it fails as well, and says how the rest
 * fails. Steps name people by number, so that what is left means something in any order.
 */
export async function shorten(
  sequence: Sequence,
  run: (sequence: Sequence) => Promise<void>,
): Promise<string> {
  let { steps } = sequence;
  let told = (await failureOf({ ...sequence, steps }, run)) ?? 'It failed once and not again.';
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = Math.max(steps.length - size, 0); at >= 0; at -= size) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      const failure = await failureOf({ ...sequence, steps: fewer }, run);
      if (failure === null) continue;
      steps = fewer;
      told = failure;
    }
  }
  return told;
}

async function failureOf(
  sequence: Sequence,
  run: (sequence: Sequence) => Promise<void>,
): Promise<string | null> {
  try {
    await run(sequence);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
