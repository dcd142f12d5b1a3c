import Sqlite from 'better-sqlite3';

/**
 * An error after which nobody knows what the file and the connection have: the disk failed, or what it gave back is
 * no record. The connection is closed and the file opened and looked at anew before anything else is tried.
 */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Sqlite.SqliteError)) return false;
  return /^SQLITE_(?:IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(error.code);
}

/** What SQLite says of a file whose pages are not those of a record. */
export function saysDamaged(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code);
}
