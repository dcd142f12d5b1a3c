import { spawnSync } from 'node:child_process';
import { installedBrowser } from '../../scripts/browser.mjs';

/** A fault that cannot be injected on this machine. The message says what is missing. */
export class NotHere extends Error {}

/** Throws `NotHere` unless a program of the system can be run. */
export function needProgram(name: string, args: readonly string[] = ['--version']): void {
  const { error } = spawnSync(name, args, { stdio: 'ignore' });
  if (error) throw new NotHere(`${name} is not installed`);
}

/** Throws `NotHere` unless a browser is installed to show the window in. */
export function needBrowser(): void {
  if (installedBrowser() === undefined) throw new NotHere('no browser is installed');
}

/** Throws `NotHere` unless this is Linux: the preloaded library and the mounts are made for it. */
export function needLinux(): void {
  if (process.platform !== 'linux') throw new NotHere('faults of the disk are injected on Linux only');
}

/** Throws `NotHere` unless this is the root user, who alone may mount. */
export function needRoot(): void {
  if (process.getuid?.() !== 0) throw new NotHere('only the root user can mount a small disk');
}
