import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';

/**
 * An export somebody chose in the window, part by part on its way into a file of the data folder, where it stays as
 * encrypted as it was. One at a time; the next one, and the end of the program, take it away.
 */
export type IncomingExport = {
  /** The next part; part 0 begins a new file and lets go of any before. */
  take(file: string, part: number, bytes: Uint8Array): Result<null, Failure>;
  /** Where it lies as far as it has come; undefined when another one came, or none. */
  path(file: string): string | undefined;
  drop(): void;
};

export function createIncomingExport(dataFolder: string): IncomingExport {
  const path = join(dataFolder, 'incoming.infusiondesk');
  let current: { readonly file: string; parts: number } | undefined;
  const drop = (): void => {
    current = undefined;
    try {
      rmSync(path, { force: true });
    } catch {
      // What cannot be taken away is written over by the next one, or refuses it.
    }
  };
  const write = (part: number, bytes: Uint8Array): boolean => {
    try {
      if (part === 0) writeFileSync(path, bytes, { mode: 0o600 });
      else appendFileSync(path, bytes);
      return true;
    } catch {
      drop();
      return false;
    }
  };
  return {
    take(file, part, bytes) {
      if (part === 0) {
        drop();
        current = { file, parts: 0 };
      }
      if (current?.file !== file || current.parts !== part)
        return err({ kind: 'exportNotOpened', why: 'gone' });
      if (!write(part, bytes)) return err({ kind: 'exportNotOpened', why: 'noRoom' });
      current.parts += 1;
      return ok(null);
    },
    path: (file) => (current?.file === file ? path : undefined),
    drop,
  };
}
