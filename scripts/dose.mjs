import { resolve } from 'node:path';
import { asCommand, ensureDependencies, runNode } from './setup.mjs';

// `npm run --silent dose -- FILE.csv [--json]`: answers a table of dosing questions. A file is looked for in the folder
// the command was given in, which npm keeps; `-` is standard input.

const folder = process.env.npm_lifecycle_event === 'dose' ? process.env.INIT_CWD : undefined;
const args = process.argv
  .slice(2)
  .map((argument) => (argument.startsWith('-') ? argument : resolve(folder ?? '.', argument)));

await asCommand(async () => {
  await ensureDependencies();
  return runNode(['scripts/run/dose.ts', ...args]);
});
