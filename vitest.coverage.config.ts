import { defineConfig } from 'vitest/config';

/** Every branch of the core is taken by some unit test. */
const complete = { branches: 100, functions: 100, statements: 100 };

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // Counting branches is slow, and no reason to fail.
    testTimeout: 60_000,
    coverage: {
      enabled: true,
      provider: 'v8',
      reportOnFailure: true,
      include: ['src/core/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: '.setup/coverage',
      thresholds: { 'src/core/**/*.ts': complete },
    },
  },
});
