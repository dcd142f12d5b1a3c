import { defineConfig } from 'vitest/config';

/**
 * The pure tests alone, without the ones that read the sources as text or run them in another process, which a changed
 * source does not reach, and without the ones that go on for seconds: they would be run again for every change.
 */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: [
      'tests/unit/boundaries.test.ts',
      'tests/unit/hazards/coreImports.test.ts',
      'tests/unit/hazards/locales.test.ts',
      'tests/unit/hazards/provenCore.test.ts',
      'tests/unit/hazards/pumpGrid.test.ts',
      'tests/unit/hazards/wrongField.test.ts',
    ],
    environment: 'node',
  },
});
