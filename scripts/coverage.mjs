import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run coverage`: lists what of the core no unit test runs; exit 1 when that is more than vitest.coverage.config.ts allows.

await asCommand(async () => {
  await ensureDependencies();
  const config = ['--config', 'vitest.coverage.config.ts'];
  return runNode(['node_modules/vitest/vitest.mjs', 'run', ...config, '--reporter=dot']);
});
