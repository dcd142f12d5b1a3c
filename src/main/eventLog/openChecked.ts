import { existsSync, renameSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { RecordStanding } from '../../contract/recordStanding.ts';
import { StartFailure } from '../startFailure.ts';
import { newestSoundBackup, placeBackup } from './backupFile.ts';
import { checkAtOpen } from './checkAtOpen.ts';
import { takeMark } from './checkedMark.ts';
import { damagedFiles, fileStamp, setAside } from './damagedFile.ts';
import type { Head } from './eventLog.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import { connect, makeReady, versionOf } from './openDatabase.ts';

export type RecordPlaces = {
  readonly file: string;
  /** Folder of this record's backups. */
  readonly backups: string;
  /** The head that was seen here last. */
  readonly seen: Head | null;
  /** Wall clock, for the name of a file that is set aside. */
  readonly now: number;
  readonly beforeMigration: (database: Database) => void;
  /** What a check of the whole has found while the record was open, which is now opened anew. */
  readonly found?: FoundLater;
};

/** A check of a record that is open found out about it, and found again. */
export type FoundLater =
  /** Its file is damaged. It is open still; the newest good backup was copied to `ready`, or there is none. */
  | { readonly kind: 'damaged'; readonly database: Database; readonly ready: string | null }
  /** An event does not fit; its pages are as they should be. */
  | { readonly kind: 'broken'; readonly seq: number };

/** `pagesDue`: the file was opened without going through its pages, which are gone through beside the work. */
export type Opened = {
  readonly database: Database;
  readonly standing: RecordStanding;
  readonly pagesDue: boolean;
};

/**
 * Opens a record and says how it stands before anything is written to it. A damaged file is kept under another name,
 * and the newest good backup takes its place; without one it stays where it is. Throws a `StartFailure`.
 */
export function openChecked(places: RecordPlaces): Opened {
  const { file, found } = places;
  const asLeft = takeMark(file);
  if (found?.kind === 'damaged') return openBackupInstead(places, found.database, found.ready);
  if (lostItsPlace(file)) restore(places);
  const database = connectUnlessDamaged(file);
  if (!database) return openBackupInstead(places, undefined);
  const pagesDue = asLeft && versionOf(database) === SCHEMA_VERSION;
  const pages = !pagesDue && found === undefined;
  const standing = check(places, database, pages);
  return standing === 'damaged'
    ? openBackupInstead(places, database)
    : ready(places, { database, standing, pagesDue });
}

/** Sets a damaged file aside and opens the newest good backup in its place: `copied` where that was done before. */
function openBackupInstead(
  places: RecordPlaces,
  damaged: Database | undefined,
  copied?: string | null,
): Opened {
  const { file, backups, now } = places;
  if (copied === null || (copied === undefined && newestSoundBackup(backups) === undefined)) {
    damaged?.close();
    throw new StartFailure('damagedFile', file);
  }
  setAside(file, damaged, fileStamp(now));
  if (copied === undefined) restore(places);
  else renameSync(copied, file);
  const database = connect(file);
  const standing = check(places, database, copied === undefined);
  if (standing !== 'damaged') return ready(places, { database, standing, pagesDue: false });
  database.close();
  throw new StartFailure('damagedFile', file);
}

function check({ file, seen, found }: RecordPlaces, database: Database, pages: boolean) {
  const doubted = found?.kind === 'broken' ? { doubted: found.seq } : {};
  return checkAtOpen(database, { seen, aside: damagedFiles(file), pages, ...doubted });
}

function ready({ file, beforeMigration }: RecordPlaces, opened: Opened): Opened {
  makeReady(opened.database, file, beforeMigration);
  return opened;
}

/** The program ended between setting a damaged file aside and putting a backup in its place. */
function lostItsPlace(file: string): boolean {
  return !existsSync(file) && damagedFiles(file).length > 0;
}

function restore({ file, backups }: RecordPlaces): void {
  const backup = newestSoundBackup(backups);
  if (backup === undefined) throw new StartFailure('damagedFile', file);
  placeBackup(backup, file);
}

function connectUnlessDamaged(file: string): Database | undefined {
  try {
    return connect(file);
  } catch (error) {
    if (error instanceof StartFailure && error.kind === 'damagedFile') return undefined;
    throw error;
  }
}
