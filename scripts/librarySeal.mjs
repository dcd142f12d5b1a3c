import { resolve } from 'node:path';
import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run --silent library:seal -- FILE.json`: puts the hash of its content on a library that was written by hand. The
// file is looked for in the folder the command was given in, which npm keeps.

const folder = process.env.npm_lifecycle_event === 'library:seal' ? process.env.INIT_CWD : undefined;
const args = process.argv.slice(2).map((argument) => resolve(folder ?? '.', argument));

await asCommand(async () => {
  await ensureDependencies();
  return runNode(['scripts/run/librarySeal.ts', ...args]);
});
