import { defineConfig } from 'vitest/config';

/** Every branch of the arithmetic and of the library is taken by some unit test. */
const complete = { branches: 100, functions: 100, statements: 100 };
/** In a session a branch stays that the compiler asks for: a weighing that was judged to be there may be absent. */
const allButOne = { branches: 99.5, functions: 100, lines: 100 };

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
      thresholds: {
        'src/core/{quantity,dosing,crosscheck,batch,ledger,library}/**/*.ts': complete,
        'src/core/session/**/*.ts': allButOne,
      },
    },
  },
});
