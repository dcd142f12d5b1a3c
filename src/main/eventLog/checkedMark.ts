import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from '../../contract/zod.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * A smaller file is gone through page by page before it is opened, whatever came before: 64 MB take a third of a second
 * of processor, and hold the record of a clinic for its first half year. Source: decision 9.
 */
const LARGE_FILE_BYTES = 64 * 1024 * 1024;

const markText = z.strictObject({ size: z.string(), changed: z.string(), touched: z.string() });

/**
 * Notes beside a record that has just been closed that it was gone through page by page while it was open, and how the
 * file lies there: its size and the two times the system keeps of it, to the nanosecond. Without room for the note the
 * next start goes through the file.
 */
export function markChecked(file: string): void {
  try {
    const { size } = statSync(file);
    if (size >= LARGE_FILE_BYTES) replaceFile(markFile(file), JSON.stringify(lieOf(file)));
  } catch {
    rmSync(markFile(file), { force: true });
  }
}

/**
 * Whether a file lies as it was left when it was last closed, gone through and with nothing in its journal. The note is
 * taken away, and that it is gone is synced, before anything is written to the record: a program that is killed, a
 * power cut, a file that was put there or changed by something else, and one that was never gone through have none.
 */
export function takeMark(file: string): boolean {
  const mark = markFile(file);
  if (!existsSync(mark)) return false;
  try {
    const noted = JSON.stringify(markText.parse(JSON.parse(readFileSync(mark, 'utf8'))));
    const isAsLeft = noted === JSON.stringify(lieOf(file)) && !hasJournal(file);
    rmSync(mark);
    syncFolder(dirname(mark));
    return isAsLeft;
  } catch {
    rmSync(mark, { force: true });
    return false;
  }
}

function lieOf(file: string): z.infer<typeof markText> {
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return { size: String(size), changed: String(mtimeNs), touched: String(ctimeNs) };
}

function hasJournal(file: string): boolean {
  const journal = `${file}-wal`;
  return existsSync(journal) && statSync(journal).size > 0;
}

/** Windows keeps folders in step by itself and opens none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function markFile(file: string): string {
  return `${file}.checked`;
}
