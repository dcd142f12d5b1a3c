import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run mutation [-- FILES]`: changes the core line by line and counts the changes that no test notices.

await asCommand(async () => {
  await ensureDependencies();
  const files = process.argv.slice(2);
  const mutate = files.length > 0 ? ['--mutate', files.join(',')] : [];
  return runNode(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...mutate]);
});
