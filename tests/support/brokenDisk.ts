import { closeSync, openSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';

/** What stands where the disk was: a write fails, only the sync fails, or there is no room. */
const DEVICES = {
  write: ['/dev/null', 'r'],
  sync: ['/dev/null', 'r+'],
  full: ['/dev/full', 'r+'],
} as const;

/** Descriptors can be found by their path, and such devices are there, under Linux alone. */
export const canBreakDisk = process.platform === 'linux';

/**
 * Puts a failing device under an open file of this process, beneath SQLite: the lowest free descriptor is the one that
 * was just closed. Whoever opens the file anew gets the real one again.
 */
export function breakDisk(file: string, how: keyof typeof DEVICES): void {
  const wanted = realpathSync(file);
  const descriptor = readdirSync('/proc/self/fd').find((name) => target(name) === wanted);
  if (descriptor === undefined) throw new Error(`${file} is not open.`);
  closeSync(Number(descriptor));
  const [device, flags] = DEVICES[how];
  const instead = openSync(device, flags);
  if (instead !== Number(descriptor)) throw new Error('Another file took its place.');
}

function target(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}
