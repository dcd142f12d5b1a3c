import { asCommand, ensureReady, runNode } from './setup.mjs';

// `npm run demo`: plays the reference session through the real window, keyboard and database, and leaves
// demo-output/ with the PDFs, the pictures, the record and a page that shows them in order. Needs no display.

await asCommand(async () => {
  await ensureReady({ browser: true, build: true });
  return runNode(['scripts/run/demo.ts']);
});
