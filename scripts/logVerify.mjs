import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run --silent log:verify -- FILE.db [--anchor FILE.head]`: checks a record from outside the program.

await asCommand(async () => {
  await ensureDependencies();
  return runNode(['scripts/run/logVerify.ts', ...process.argv.slice(2)]);
});
