import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { asCommand, ensureBrowser, ensureDependencies, ROOT, say } from './setup.mjs';

// `npm run dev`: the training clinic in an installed browser, built anew and opened again whenever a source changes.
// The record lies in .setup/dev, so that nothing of a real profile is touched.

const QUIET_MILLISECONDS = 300;

await asCommand(async () => {
  await ensureDependencies();
  await ensureBrowser();
  let program = open();
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      program = program.then(openAgain);
    }, QUIET_MILLISECONDS);
  };
  for (const folder of ['src', 'resources']) watch(join(ROOT, folder), { recursive: true }, again);
  say('Watching src and resources. Ctrl C ends.');
  await new Promise((resolve) => process.once('SIGINT', resolve));
  (await program)?.kill('SIGTERM');
  process.exit(0);
});

async function open() {
  if (!(await build())) return undefined;
  const home = join(ROOT, '.setup', 'dev');
  const args = ['out/main/portable.js', '--home', home, '--open', 'training', ...process.argv.slice(2)];
  return spawn(node(), args, { cwd: ROOT, stdio: 'inherit' });
}

/** A build that fails leaves the old program open. */
async function openAgain(program) {
  if (!(await build())) return program;
  if (program && program.exitCode === null) {
    const gone = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    await gone;
  }
  return open();
}

function build() {
  const builder = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const run = spawn(node(), [builder, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve) => run.once('exit', (code) => resolve(code === 0)));
}

function node() {
  return join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
}
