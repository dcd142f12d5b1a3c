import { defineConfig } from 'vitest/config';

/** The pure tests alone, without the ones that read the sources as text: a changed source would change those. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: ['tests/unit/boundaries.test.ts'],
    environment: 'node',
  },
});
