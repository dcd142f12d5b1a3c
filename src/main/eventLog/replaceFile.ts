import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The old content or the new, never half of either: written beside, synced, renamed. Readable by this user alone. What
 * could not be written whole is taken away again.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    // Goes on until all of it is written, which one write need not do.
    writeFileSync(handle, content);
    fsyncSync(handle);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
