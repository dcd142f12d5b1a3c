import { defineConfig } from 'vitest/config';

/** Every branch of the arithmetic is taken by some unit test; the rest of the core is listed beside it. */
const complete = { branches: 100, functions: 100, statements: 100 };

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: '.setup/coverage',
      thresholds: { 'src/core/{quantity,dosing,crosscheck,batch,ledger}/**/*.ts': complete },
    },
  },
});
