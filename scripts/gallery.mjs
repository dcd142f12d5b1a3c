import { asCommand, ensureReady, runNode } from './setup.mjs';

// `npm run gallery`: every component in every state, in each theme. Arguments go to the gallery.

await asCommand(async () => {
  await ensureReady({ browser: true });
  return runNode(['scripts/run/gallery.mjs', ...process.argv.slice(2)]);
});
