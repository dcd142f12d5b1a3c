import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Room for about 2,900 events. Source: RELIABILITY 4.3. */
const BALLAST_BYTES = 32 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/**
 * Keeps room for the day the disk is full: a file of random bytes, which no file system stores smaller. Made once;
 * where it cannot be written there is none.
 */
export function keepBallast(folder: string): void {
  const file = ballastFile(folder);
  if (existsSync(file)) return;
  const beside = `${file}.new`;
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      for (let written = 0; written < BALLAST_BYTES; written += PIECE_BYTES)
        writeSync(handle, randomBytes(PIECE_BYTES));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
  }
}

/** Lets the kept room go. False when there is none to let go. */
export function letGoBallast(folder: string): boolean {
  const file = ballastFile(folder);
  if (!existsSync(file)) return false;
  rmSync(file, { force: true });
  return true;
}

function ballastFile(folder: string): string {
  return join(folder, 'ballast');
}
