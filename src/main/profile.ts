import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { damagedFiles } from './eventLog/damagedFile.ts';
import type { Paths } from './paths.ts';
import { StartFailure } from './startFailure.ts';

/** Which record a start opens: the one that was open last. */
export type LastOpen = 'clinic' | 'training';

/** Makes the program's folders, readable by this user alone. Throws when they cannot be written to. */
export function prepareFolders(paths: Paths): void {
  for (const folder of [paths.data, paths.config]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK | constants.X_OK);
    } catch {
      throw new StartFailure('unwritableFolder', folder);
    }
  }
}

/** The files of the two records. */
export function recordFiles(paths: Paths): Readonly<Record<LastOpen, string>> {
  return { clinic: join(paths.data, 'clinic.db'), training: join(paths.data, 'training.db') };
}

/** The record that was open last, if its file is still there. */
export function readLastOpen(paths: Paths): LastOpen | null {
  const files = recordFiles(paths);
  const text = readText(join(paths.data, 'last-open'));
  if (text === 'training' || text === 'clinic') return recordIsThere(files[text]) ? text : null;
  return recordIsThere(files.clinic) ? 'clinic' : null;
}

/** Whether there is a record: its file, or a damaged one whose place was not taken yet. */
export function recordIsThere(file: string): boolean {
  return existsSync(file) || damagedFiles(file).length > 0;
}

export function writeLastOpen(paths: Paths, kind: LastOpen | null): void {
  const file = join(paths.data, 'last-open');
  if (kind === null) rmSync(file, { force: true });
  else note(file, kind);
}

/** A second start asks the first to come to the front. */
export function askToComeForward(paths: Paths): void {
  try {
    writeFileSync(join(paths.data, 'come-forward'), '', { mode: 0o600 });
  } catch {
    // The first window then simply stays where it is; the second has said so on the terminal.
  }
}

/** True once when a second start has asked. */
export function wasAskedToComeForward(paths: Paths): boolean {
  const file = join(paths.data, 'come-forward');
  if (!existsSync(file)) return false;
  rmSync(file, { force: true });
  return true;
}

/** Beside a record: when the program was last seen running on it. UTC milliseconds. */
export function writeAlive(recordFile: string, moment: number): void {
  note(`${recordFile}.alive`, moment.toString());
}

export function readAlive(recordFile: string): number | null {
  const text = readText(`${recordFile}.alive`);
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** A note that helps the next start. On a disk without room it keeps what it said, and nothing else stops for it. */
function note(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    rmSync(`${file}.new`, { force: true });
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
