import { mkdirSync } from 'node:fs';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { replaceFile } from '../eventLog/replaceFile.ts';
import type { Shell } from '../shell/shell.ts';
import { libraryFileText } from './libraryFile.ts';
import type { OpenRecord } from './openRecord.ts';

/** Writes a published library with its hash where the person wants it. */
export async function exportLibrary(
  record: OpenRecord,
  shell: Shell,
  hash: string,
): Promise<Result<{ readonly path: string }, Failure>> {
  const published = record.library.byHash(hash);
  if (!published) return err({ kind: 'noLibrary' });
  const { library } = published;
  const folder = record.paths.documents;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = await shell.chooseSavePath(folder, fileName(`Library ${library.version}`));
    if (path === null) return err({ kind: 'libraryNotWritten' });
    replaceFile(path, libraryFileText(library));
    return ok({ path });
  } catch {
    return err({ kind: 'libraryNotWritten' });
  }
}

/** `Library EXAMPLE 2025.11-v7.json` */
function fileName(title: string): string {
  return `${title.replace(/[/\\:*?"<>|]/g, '-')}.json`;
}
