import { defineConfig } from 'vitest/config';

/** The page in a browser, with the sandbox as a newcomer starts it. */
export default defineConfig({
  test: {
    include: ['test/page/**/*.test.ts'],
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000, interval: 50 } },
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
