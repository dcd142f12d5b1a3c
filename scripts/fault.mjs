import { asCommand, ensureReady, runNode } from './setup.mjs';

// `npm run fault -- kill|powercut|enospc|ioerr|tamper N [--seed S] [--note]`: injects N faults into the real program
// and its real SQLite and prints what came of them; exit 1 when anything was lost, broken or not noticed.

await asCommand(async () => {
  const isKill = process.argv[2] === 'kill';
  await ensureReady({ browser: isKill, build: isKill });
  return runNode(['scripts/run/fault.ts', ...process.argv.slice(2)]);
});
