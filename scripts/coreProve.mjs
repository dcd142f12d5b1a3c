import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run core:prove -- N [SEED]`: random cases of every calculation through both engines, on all cores.

await asCommand(async () => {
  await ensureDependencies();
  return runNode(['scripts/run/coreProve.ts', ...process.argv.slice(2)]);
});
