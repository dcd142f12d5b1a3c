import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StartFailure } from '../startFailure.ts';

/** A taken lock; gone with the process, however it ends. */
export type ProfileLock = { release(): void };

/**
 * One program per profile, over both shells: an exclusive lock of the operating system, held through SQLite on a
 * file of its own, so that a crash leaves nothing behind that somebody would have to delete.
 *
 * Throws `StartFailure('locked')` when another program holds it.
 */
export function takeProfileLock(folder: string): ProfileLock {
  const file = join(folder, 'profile.lock');
  const database = new Sqlite(file, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (one INTEGER) STRICT; COMMIT');
  } catch (error) {
    database.close();
    const code = error instanceof Sqlite.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) throw new StartFailure('locked', folder);
    throw new StartFailure('unwritableFolder', folder);
  }
  return { release: () => database.close() };
}
