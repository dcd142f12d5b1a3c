import { asCommand, ensureReady, runNode } from './setup.mjs';

// `npm run bench [-- plan|append|scale|whole|start] [--note]`: one JSON line per measure; exit 1 when one is over its goal.

await asCommand(async () => {
  const isStart = process.argv.includes('start');
  await ensureReady({ browser: isStart, build: isStart });
  return runNode(['scripts/run/bench.ts', ...process.argv.slice(2)]);
});
