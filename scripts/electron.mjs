import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, readNote, say, writeNote } from './setup.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
/** The download is given up when nothing of it has arrived for this long: at the start, and at any time later. */
const PATIENCE = 10_000;
const LOOK_EVERY = 500;
const NOTE = 'electron';

/**
 * The path of Electron's program, or undefined where it cannot be had. It is fetched once, by the package's own
 * installer; when that fails it is noted and not tried again for the same version, so that the next start is quick.
 */
export async function findElectron({ again = false } = {}) {
  const found = installedElectron();
  if (found !== undefined) return found;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const note = `not available: ${version}`;
  if (readNote(NOTE) === note && !again) return undefined;
  say('Fetching Electron. Without an answer within 10 seconds an installed browser is used instead.');
  await fetchElectron();
  const fetched = installedElectron();
  if (fetched === undefined) {
    writeNote(NOTE, note);
    say('Electron cannot be had here. To try once more:  npm start -- --electron');
  }
  return fetched;
}

/** The path of Electron's program where it was fetched before. Only looks. */
export function installedElectron() {
  try {
    const program = join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8'));
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs the installer with a temporary folder of its own, and watches that folder and the unpacked one grow. A host
 * that cannot be reached writes nothing; a slow line writes a little all the time and may take as long as it needs.
 */
async function fetchElectron() {
  const arriving = join(tmpdir(), `infusion-desk-electron-${process.pid}`);
  mkdirSync(arriving, { recursive: true });
  const env = { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving };
  const installer = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
    env,
    stdio: 'ignore',
    detached: true,
  });
  const watch = giveUpWhenStill(installer, [arriving, join(PACKAGE, 'dist')]);
  await new Promise((resolve) => {
    installer.on('error', resolve);
    installer.on('exit', resolve);
  });
  clearInterval(watch);
  rmSync(arriving, { recursive: true, force: true });
}

function giveUpWhenStill(installer, folders) {
  let arrived = 0;
  let lastGrowth = Date.now();
  return setInterval(() => {
    const now = folders.reduce((sum, folder) => sum + bytesIn(folder), 0);
    if (now > arrived) lastGrowth = Date.now();
    arrived = now;
    if (Date.now() - lastGrowth > PATIENCE) endGroup(installer);
  }, LOOK_EVERY);
}

/** The installer may have started others; on Windows, which knows no groups, it works alone. */
function endGroup(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}

function bytesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}
