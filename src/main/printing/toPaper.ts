import { mkdirSync, rmSync } from 'node:fs';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { replaceFile } from '../eventLog/replaceFile.ts';
import type { Sheet, Shell } from '../shell/shell.ts';

/** The document standing in the window, and the fact that it went to paper. */
export type PaperJob = {
  readonly sheet: Sheet;
  readonly folder: string;
  /** What a clinic can file it by. */
  readonly name: string;
  readonly record: (to: 'pdf' | 'printer') => Result<unknown, Failure>;
};

/** As a PDF, and the fact that it was made. */
export async function savedPdf(
  shell: Shell,
  { sheet, folder, name, record }: PaperJob,
): Promise<Result<{ readonly path: string }, Failure>> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = await shell.chooseSavePath(folder, name);
    if (path === null) return err({ kind: 'notPrinted', why: 'noFolder', path: folder });
    const pdf = await shell.renderPdf(sheet);
    replaceFile(path, pdf);
    const printed = record('pdf');
    // Sent again, it is made again: no page lies anywhere of which the record knows nothing, least of all a label.
    if (!printed.ok) rmSync(path, { force: true });
    return printed.ok ? ok({ path }) : printed;
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return err({ kind: 'notPrinted', why: isFull ? 'diskFull' : 'shell', path: folder });
  }
}

/**
 * To the system's print dialog. The pages are made in memory, so that they come out on a full disk too; that they
 * were printed may then not be recorded, and is said.
 */
export async function handedToPrinter(
  shell: Shell,
  { record }: Pick<PaperJob, 'record'>,
): Promise<Result<Record<string, never>, Failure>> {
  try {
    await shell.openPrintDialog();
  } catch {
    return err({ kind: 'notPrinted', why: 'shell', path: '' });
  }
  const printed = record('printer');
  if (printed.ok) return ok({});
  return printed.failure.kind === 'notSaved' ? err({ kind: 'printNotRecorded' }) : printed;
}
