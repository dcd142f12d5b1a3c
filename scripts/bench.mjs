import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run bench [-- NAME]`: one JSON line per measure; exit 1 when one is over its goal.

await asCommand(async () => {
  await ensureDependencies();
  return runNode(['scripts/run/bench.ts', ...process.argv.slice(2)]);
});
