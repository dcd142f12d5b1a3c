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
 * Puts a failing device under an open file of this process, beneath SQLite: a new file gets the lowest free descriptor,
 * which is the one that was just closed once those below it are taken. Whoever opens the file anew gets the real one
 * again.
 */
export function breakDisk(file: string, how: keyof typeof DEVICES): void {
  const wanted = realpathSync(file);
  const descriptor = Number(readdirSync('/proc/self/fd').find((name) => target(name) === wanted));
  if (Number.isNaN(descriptor)) throw new Error(`${file} is not open.`);
  const below = takenUpTo(descriptor);
  closeSync(descriptor);
  const [device, flags] = DEVICES[how];
  const instead = openSync(device, flags);
  for (const taken of below) closeSync(taken);
  if (instead !== descriptor) throw new Error('Another file took its place.');
}

/** Takes every free descriptor below one, and the first above it. */
function takenUpTo(descriptor: number): readonly number[] {
  const taken = [openSync('/dev/null', 'r')];
  while ((taken.at(-1) ?? 0) < descriptor) taken.push(openSync('/dev/null', 'r'));
  return taken;
}

function target(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}
