import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/page/**'],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['test/support/strict-console.ts'],
    // Most of a test is waiting for Postgres: on two cores one worker leaves half of each idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
