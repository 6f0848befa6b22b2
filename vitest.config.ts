import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/page/**'],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['test/support/strict-console.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
