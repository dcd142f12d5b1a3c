import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { NotHere, needLinux, needProgram } from '../notHere.ts';

const SOURCE = join(import.meta.dirname, 'ioShim.c');
const BUILT = join(import.meta.dirname, '..', '..', '..', '.setup', 'fault');

/** The library to preload, compiled once per source. Throws `NotHere` where it cannot be made. */
export function buildShim(): string {
  needLinux();
  const file = join(BUILT, `ioShim-${hash('sha256', readFileSync(SOURCE), 'hex').slice(0, 16)}.so`);
  if (existsSync(file)) return file;
  needProgram('gcc');
  mkdirSync(BUILT, { recursive: true });
  const beside = `${file}.${process.pid}`;
  const options = ['-std=c11', '-O2', '-shared', '-fPIC', '-o', beside, SOURCE, '-lpthread'];
  const { status, stderr } = spawnSync('gcc', options, { encoding: 'utf8' });
  if (status !== 0) throw new NotHere(`gcc could not compile the preloaded library: ${stderr}`);
  renameSync(beside, file);
  return file;
}
