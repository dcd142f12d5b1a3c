import type { Database } from 'better-sqlite3';
import { sql as log } from './migrations/0001_log.ts';

/** In order, never edited once shipped: `tests/contract/migrations.test.ts` freezes each by its checksum. */
export const MIGRATIONS: readonly string[] = [log];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings a file to the newest schema in one transaction together with its `user_version`. */
export function migrate(database: Database, from: number): void {
  database
    .transaction(() => {
      for (const sql of MIGRATIONS.slice(from)) database.exec(sql);
      database.pragma(`user_version = ${SCHEMA_VERSION}`);
    })
    .exclusive();
}
