/** Time in this process since it was started, by whichever of the two clocks says more. */
export type Stopwatch = { elapsedMs(): number };

/**
 * A frozen process or a suspended machine may stop one of the clocks, so both are asked. Only spans
 * inside this process are measured: what is due and who may act comes from the database.
 */
export function startStopwatch(): Stopwatch {
  const monotonic = performance.now();
  const wall = Date.now();
  return {
    elapsedMs: () => Math.max(performance.now() - monotonic, Math.abs(Date.now() - wall)),
  };
}
