import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { installedBrowser } from './browser.mjs';
import { browserAdvice, systemFamily } from './browserAdvice.mjs';

// What every command needs before it can run: packages, the built program, a browser. Each step does nothing when
// its result is there. Runs under the system's own Node, so it uses no package; what it has done it notes in .setup/.

export const ROOT = resolve(import.meta.dirname ?? '.', '..');
const NOTES = join(ROOT, '.setup');
const MODULES = join(ROOT, 'node_modules');
const NODE_NEEDED = 24;

/** Exit code of every command that misses something a person has to install. */
const EXIT_MISSING = 3;

/** A step that cannot be done here. Its message says what happened and what to do. */
export class SetupProblem extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command's function; its number is the exit code, a `SetupProblem` is told in its own words. */
export async function asCommand(run) {
  try {
    process.exitCode = await run();
  } catch (problem) {
    if (!(problem instanceof SetupProblem)) throw problem;
    say(problem.message);
    process.exitCode = problem.exitCode;
  }
}

/** Everything a command asks for, in order. `browser` and `build` say what it needs besides the packages. */
export async function ensureReady({ browser = false, build = false } = {}) {
  await ensureDependencies();
  if (build) await ensureBuilt();
  if (browser) await ensureBrowser();
}

/** Packages as the lock file names them. A hand-made `npm ci` that is newer than the lock file counts. */
export async function ensureDependencies() {
  const lock = fingerprint(['package-lock.json']);
  const installed = join(MODULES, '.package-lock.json');
  const noted = readNote('dependencies');
  const isByHand = noted === undefined && isNewer(installed, join(ROOT, 'package-lock.json'));
  if (existsSync(installed) && (noted === lock || isByHand)) return writeNote('dependencies', lock);
  requireOwnNode();
  say('Installing the packages the program is made of. This takes about a minute, once.');
  removeNote('dependencies');
  const exitCode = await runNpm(['ci', '--ignore-scripts', '--loglevel=error', '--no-update-notifier']);
  if (exitCode !== 0) throw new SetupProblem('The packages could not be installed; the lines above say why.');
  writeNote('dependencies', lock);
}

/** The built program in out/, as new as its source. */
export async function ensureBuilt() {
  const source = fingerprint([
    'src',
    'resources',
    'electron.vite.config.ts',
    'package.json',
    'scripts/browser.mjs',
  ]);
  if (existsSync(join(ROOT, 'out', 'renderer', 'index.html')) && readNote('build') === source) return;
  say('Building the program.');
  removeNote('build');
  const builder = join(MODULES, 'electron-vite', 'bin', 'electron-vite.js');
  const exitCode = await runNode([builder, 'build', '--logLevel', 'warn']);
  if (exitCode !== 0) throw new SetupProblem('The program could not be built; the lines above say why.');
  writeNote('build', source);
}

/** The path of an installed browser. On Debian the root user gets one installed; anyone else is told the command. */
export async function ensureBrowser() {
  const found = installedBrowser();
  if (found !== undefined) return found;
  const isNamed = Boolean(process.env.INFUSION_DESK_BROWSER);
  if (!isNamed && systemFamily() === 'debian' && process.getuid?.() === 0) await installChromium();
  const browser = installedBrowser();
  if (browser !== undefined) return browser;
  const { what, safe, todo } = browserAdvice();
  throw new SetupProblem(`${what}\n${safe}\n${todo}`, EXIT_MISSING);
}

/**
 * Programs that read a PDF back, for the tests alone. On Debian the root user gets them installed; anybody else is
 * told, and the tests that need them say that they were skipped.
 */
export async function ensurePdfReader() {
  if (hasPdfReader()) return;
  if (systemFamily() === 'debian' && process.getuid?.() === 0) {
    say('Installing the programs that read PDFs back, for the tests.');
    await installPackage('poppler-utils');
  }
  if (!hasPdfReader()) say('pdftotext is not installed: tests that read PDFs back are skipped.');
}

function hasPdfReader() {
  return spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
}

/** Runs the project's own Node 24 and gives its exit code. */
export function runNode(args, { env = {} } = {}) {
  return runProgram(ownNode(), args, { env });
}

/** Runs a program in the project's folder, on this terminal, and gives its exit code. */
export function runProgram(program, args, { env = {}, shell = false } = {}) {
  const PATH = `${join(MODULES, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PATH, ...env },
    stdio: 'inherit',
    shell,
  });
  return untilEnd(child);
}

/** One plain line on the terminal. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function readNote(name) {
  try {
    return readFileSync(join(NOTES, name), 'utf8');
  } catch {
    return undefined;
  }
}

export function writeNote(name, text) {
  mkdirSync(NOTES, { recursive: true });
  writeFileSync(join(NOTES, name), text);
}

function removeNote(name) {
  rmSync(join(NOTES, name), { force: true });
}

/**
 * Waits for the child to put everything away. A Ctrl C or a closed terminal reaches it without us; a SIGTERM is
 * handed on. npm ends on a SIGTERM without telling anybody, so losing the parent counts as one.
 */
async function untilEnd(child) {
  const parent = process.ppid;
  const ignore = () => {};
  const handOn = () => child.kill('SIGTERM');
  const watch = setInterval(() => process.ppid === parent || handOn(), 500);
  process.on('SIGINT', ignore).on('SIGHUP', ignore).on('SIGTERM', handOn);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    clearInterval(watch);
    process.off('SIGINT', ignore).off('SIGHUP', ignore).off('SIGTERM', handOn);
  }
}

/** npm by the Node that runs npm itself: the one in node_modules is replaced meanwhile. */
function runNpm(args) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm?.endsWith('.js') && node) return runProgram(node, [npm, ...args]);
  return runProgram('npm', args, { shell: process.platform === 'win32' });
}

async function installChromium() {
  say('No browser is installed. Installing Chromium from the system packages.');
  await installPackage('chromium');
}

async function installPackage(name) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await runProgram('apt-get', ['-q', 'update'], { env })) !== 0) return;
  await runProgram('apt-get', ['-q', 'install', '-y', '--no-install-recommends', name], { env });
}

/** Node 24: from the packages where they carry one, else the one that runs this. */
function ownNode() {
  const bundled = bundledNode();
  if (bundled !== undefined && existsSync(bundled)) return bundled;
  requireOwnNode();
  return process.execPath;
}

function bundledNode() {
  const system = { linux: 'linux', win32: 'win' }[process.platform];
  const names = ['linux-x64', 'linux-arm64', 'win-x64'];
  const name = `${system}-${process.arch}`;
  if (!names.includes(name)) return undefined;
  return join(MODULES, `node-${name}`, 'bin', system === 'win' ? 'node.exe' : 'node');
}

/** Where the packages carry no Node (macOS), this one must do. */
function requireOwnNode() {
  const isEnough = Number(process.versions.node.split('.')[0]) >= NODE_NEEDED;
  if (bundledNode() !== undefined || isEnough) return;
  const command = process.platform === 'darwin' ? ', for instance with:  brew install node@24  ' : '';
  throw new SetupProblem(
    `Node ${NODE_NEEDED} is needed, and this is ${process.version}. Install it${command} and start again.`,
    EXIT_MISSING,
  );
}

/** One hash over names and contents: the same on every machine, whatever the files' times. */
function fingerprint(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesIn(name) {
  const path = join(ROOT, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesIn(join(name, entry)));
}

function isNewer(file, than) {
  return existsSync(file) && statSync(file).mtimeMs >= statSync(than).mtimeMs;
}
