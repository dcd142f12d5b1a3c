import { isDeepStrictEqual } from 'node:util';
import { type Database, openInMemory } from '../eventLog/openDatabase.ts';
import { dumpProjections, rebuildProjections } from './tables.ts';

/**
 * Whether the read tables of a file say what its log says, and are built as they should be: makes them anew in memory,
 * from the same events, and compares row by row. `none` where the file has no read tables yet.
 */
export function compareProjections(database: Database): 'equal' | 'differ' | 'none' {
  const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'session_row'").get();
  if (!has) return 'none';
  const anew = openInMemory();
  try {
    anew.exec('CREATE TABLE projection_meta (version INTEGER NOT NULL) STRICT');
    rebuildProjections(anew, database);
    const isSame = (read: (from: Database) => unknown) => isDeepStrictEqual(read(database), read(anew));
    return isSame(schemaOf) && isSame(dumpProjections) ? 'equal' : 'differ';
  } finally {
    anew.close();
  }
}

/** How every table, index and trigger was made. */
function schemaOf(database: Database): readonly unknown[] {
  return database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
}
