import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import type { StartFailureKind } from '../../contract/startFailureText.ts';
import { StartFailure } from '../startFailure.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';

/** The one connection, for the projections' read tables too. */
export type { Database, Statement } from 'better-sqlite3';

/** What can keep a record from being opened, apart from another instance of the program. */
type OpenFailureKind = Exclude<StartFailureKind, 'locked'>;

/** Mode of a record's file. Other users of the workstation read nothing. */
const OWNER_ONLY = 0o600;

/**
 * Opens a record for writing, with the settings the promises rest on (RELIABILITY 0): WAL with `synchronous=FULL`,
 * so that an acknowledged commit survives a power cut, and `locking_mode=EXCLUSIVE` before the first WAL access,
 * so that there is one writer and a full disk stays readable.
 *
 * Throws a `StartFailure`; a file from a newer version is never written to.
 */
export function openDatabase(file: string): Database {
  const database = connect(file);
  makeReady(database, file);
  return database;
}

/** The one connection, with nothing written yet but an empty file where there was none. Throws a `StartFailure`. */
export function connect(file: string): Database {
  const database = attempt(file, () => {
    makePrivate(file);
    return new Sqlite(file, { timeout: 0 });
  });
  closedOnFailure(database, file, () => {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('mmap_size = 0');
    database.pragma('trusted_schema = OFF');
    if (versionOf(database) > SCHEMA_VERSION) throw new StartFailure('newerFile', file);
  });
  return database;
}

/**
 * Makes a connected file ready for the log: journal, newest schema, lock. A file of an older version is handed to
 * `beforeMigration` first. Throws a `StartFailure`.
 */
export function makeReady(
  database: Database,
  file: string,
  beforeMigration: (database: Database) => void = () => undefined,
): void {
  closedOnFailure(database, file, () => {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('temp_store = MEMORY');
    const version = versionOf(database);
    if (version > 0 && version < SCHEMA_VERSION) beforeMigration(database);
    if (version < SCHEMA_VERSION) migrate(database, version);
    makeDurable(database, file);
    // Takes the lock now rather than at the first event.
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  });
}

/**
 * What is found in the journal of an earlier run may never have been synced: the program was killed before, or the sync
 * failed. It is about to be shown and taken for saved, so it is written into the file itself and synced there. After a
 * failed sync a second one of the same pages proves nothing, since the system may have taken them for written; so the
 * journal is emptied too, and the emptying synced, or older pages in it could be laid over newer ones after a power cut.
 *
 * On a full disk the journal is synced as it is, and everything stays readable.
 */
function makeDurable(database: Database, file: string): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError) || error.code !== 'SQLITE_FULL') throw error;
  }
  syncFile(`${file}-wal`);
}

function syncFile(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The number of migrations a file has been through; 0 for an empty one. */
export function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/** What `act` makes of a connected file. When it fails the file is let go, and the failure is a `StartFailure`. */
export function closedOnFailure<Value>(database: Database, file: string, act: () => Value): Value {
  try {
    return attempt(file, act);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A new record is readable by this user alone from its first byte; SQLite gives its side files the same mode. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', OWNER_ONLY));
}

/** An empty record in memory, for making read tables anew beside a file that is only read. */
export function openInMemory(): Database {
  const database = new Sqlite(':memory:');
  migrate(database, 0);
  return database;
}

function attempt<Value>(file: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    // What neither the disk nor SQLite said is a fault of the program, and is not hidden behind one of theirs.
    const isSaidBySystem = error instanceof Error && 'code' in error;
    if (error instanceof StartFailure || !isSaidBySystem) throw error;
    throw new StartFailure(kindOf(error), file);
  }
}

function kindOf(error: unknown): OpenFailureKind {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busyLog';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damagedFile';
  return 'unwritableFolder';
}
