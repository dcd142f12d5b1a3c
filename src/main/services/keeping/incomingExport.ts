import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { newEventId } from '../../eventId.ts';

/**
 * The export from elsewhere that somebody has in hand: chosen where it lies, or handed over by the window part by part
 * into a file of the data folder, where it stays as encrypted as it was. One at a time; the next one, and the end of the
 * program, take away what was handed over.
 */
export type IncomingExport = {
  /** One that stays where it lies; it is read from there when it is opened. */
  choose(path: string): { readonly file: string; readonly name: string };
  /** The next part; part 0 begins a new file and lets go of any before. */
  take(file: string, part: number, bytes: Uint8Array): Result<null, Failure>;
  /** Where it lies as far as it has come; undefined when another one came, or none. */
  path(file: string): string | undefined;
  drop(): void;
};

export function createIncomingExport(dataFolder: string): IncomingExport {
  const own = join(dataFolder, 'incoming.infusiondesk');
  let current: { readonly file: string; readonly path: string; parts: number } | undefined;
  const drop = (): void => {
    current = undefined;
    try {
      rmSync(own, { force: true });
    } catch {
      // What cannot be taken away is written over by the next one, or refuses it.
    }
  };
  const write = (part: number, bytes: Uint8Array): boolean => {
    try {
      if (part === 0) writeFileSync(own, bytes, { mode: 0o600 });
      else appendFileSync(own, bytes);
      return true;
    } catch {
      drop();
      return false;
    }
  };
  return {
    choose(path) {
      drop();
      const file = newEventId();
      current = { file, path, parts: Number.POSITIVE_INFINITY };
      return { file, name: basename(path) };
    },
    take(file, part, bytes) {
      if (part === 0) {
        drop();
        current = { file, path: own, parts: 0 };
      }
      if (current?.file !== file || current.parts !== part)
        return err({ kind: 'exportNotOpened', why: 'gone' });
      if (!write(part, bytes)) return err({ kind: 'exportNotOpened', why: 'noRoom' });
      current.parts += 1;
      return ok(null);
    },
    path: (file) => (current?.file === file ? current.path : undefined),
    drop,
  };
}
