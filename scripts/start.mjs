import { findElectron } from './electron.mjs';
import {
  asCommand,
  ensureBrowser,
  ensureReady,
  ROOT,
  runNode,
  runProgram,
  SetupProblem,
  say,
} from './setup.mjs';

// `npm start`: sets up whatever is missing and opens the program. Arguments after `--` go to the program, but for
// `--electron`, which tries once more to fetch Electron's binary.

const NODE_TO_BEGIN_WITH = 20;

await asCommand(async () => {
  requireNode();
  const args = process.argv.slice(2).filter((argument) => argument !== '--electron');
  const isHeadless = args.includes('--headless');
  await ensureReady({ build: true });
  if (!isHeadless && !hasDisplay()) return playDemo();
  const again = process.argv.includes('--electron');
  const electron = isHeadless ? undefined : await findElectron({ again });
  if (electron !== undefined) return runElectron(electron, args);
  await ensureBrowser();
  return runNode(['out/main/portable.js', ...args]);
});

function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_TO_BEGIN_WITH) return;
  throw new SetupProblem(`Node ${NODE_TO_BEGIN_WITH} or newer is needed, and this is ${process.version}.`, 3);
}

/** Windows and macOS always have one; on Linux the session says so. */
function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function playDemo() {
  say(
    'This machine has no display, so no window can open. Playing the demo instead; it leaves demo-output/.',
  );
  await ensureBrowser();
  return runNode(['scripts/demo.mjs']);
}

/** Chromium refuses its sandbox to user id 0, and Electron with it. */
function runElectron(electron, args) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) say('Started by the root user: Electron runs without its sandbox. Fit for trials only.');
  return runProgram(electron, [...(isRoot ? ['--no-sandbox'] : []), ROOT, ...args]);
}
