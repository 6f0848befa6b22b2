import { inspect, isDeepStrictEqual } from 'node:util';

/** A sentence of the design that did not hold, or an answer that differs from the model's. */
export class Broken extends Error {
  override name = 'Broken';

  constructor(check: string, { expected, actual }: { expected: unknown; actual: unknown }) {
    super(`${check}\n  expected ${show(expected)}\n  actual   ${show(actual)}`);
  }
}

/** Of two records only what differs is shown. */
export function mustEqual(check: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Broken(check, {
    expected: differing(expected, actual),
    actual: differing(actual, expected),
  });
}

function differing(value: unknown, other: unknown): unknown {
  if (!isRecord(value) || !isRecord(other)) return value;
  const differs = ([key, held]: [string, unknown]) => !isDeepStrictEqual(held, other[key]);
  return Object.fromEntries(Object.entries(value).filter(differs));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 160, sorted: true });
}
