import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { RecordStanding } from '../../contract/recordStanding.ts';
import { StartFailure } from '../startFailure.ts';
import { newestSoundBackup, placeBackup } from './backupFile.ts';
import { checkAtOpen } from './checkAtOpen.ts';
import { damagedFiles, fileStamp, setAside } from './damagedFile.ts';
import type { Head } from './eventLog.ts';
import { connect, makeReady } from './openDatabase.ts';

export type RecordPlaces = {
  readonly file: string;
  /** Folder of this record's backups. */
  readonly backups: string;
  /** The head that was seen here last. */
  readonly seen: Head | null;
  /** Wall clock, for the name of a file that is set aside. */
  readonly now: number;
  readonly beforeMigration: (database: Database) => void;
};

export type Opened = { readonly database: Database; readonly standing: RecordStanding };

/**
 * Opens a record and says how it stands before anything is written to it. A damaged file is kept under another name,
 * and the newest good backup takes its place; without one it stays where it is. Throws a `StartFailure`.
 */
export function openChecked(places: RecordPlaces): Opened {
  const { file, backups } = places;
  if (lostItsPlace(file)) restore(places);
  const database = connectUnlessDamaged(file);
  const standing = database ? checkAtOpen(database, places.seen, damagedFiles(file)) : 'damaged';
  if (database && standing !== 'damaged') return ready(places, database, standing);
  if (newestSoundBackup(backups) === undefined) {
    database?.close();
    throw new StartFailure('damagedFile', file);
  }
  setAside(file, database, fileStamp(places.now));
  restore(places);
  const restored = connect(file);
  const found = checkAtOpen(restored, places.seen, damagedFiles(file));
  if (found !== 'damaged') return ready(places, restored, found);
  restored.close();
  throw new StartFailure('damagedFile', file);
}

function ready(
  { file, beforeMigration }: RecordPlaces,
  database: Database,
  standing: RecordStanding,
): Opened {
  makeReady(database, file, beforeMigration);
  return { database, standing };
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
