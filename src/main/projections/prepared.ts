import type { Database, Statement } from '../eventLog/openDatabase.ts';

const statements = new WeakMap<Database, Map<string, Statement>>();

/** One prepared statement per text and connection: preparing costs more than running. */
export function prepared(database: Database, sql: string): Statement {
  let known = statements.get(database);
  if (!known) {
    known = new Map();
    statements.set(database, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = database.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
