import { defineConfig } from 'vitest/config';
import { vitestFiles } from './scripts/mutation/testFiles.mjs';

/**
 * The pure tests that need Vitest itself while a change is tried on the core; all others are run by
 * `scripts/mutation/runner.mjs`. The thousand files of mathjs are made one first, which more than halves the time of a run.
 */
export default defineConfig({
  test: {
    include: [...vitestFiles],
    environment: 'node',
    deps: { optimizer: { ssr: { enabled: true, include: ['mathjs'] } } },
  },
});
