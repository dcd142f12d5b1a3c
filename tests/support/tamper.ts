import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { type EventRow, GENESIS, sealOf } from '../../src/main/eventLog/eventRow.ts';

/** What somebody with a database tool could do to a closed record; with `reseal` the whole chain is made anew behind it. */
export function tamperWith(file: string, sql: string, reseal = false): void {
  const database = new Sqlite(file);
  for (const trigger of ['changed', 'removed', 'overwritten'])
    database.exec(`DROP TRIGGER event_is_never_${trigger}`);
  database.exec(sql);
  if (reseal) resealAll(database);
  database.close();
}

/** Overwrites one byte of a file. */
export function spoilByte(file: string, place: number, value = 0xff): void {
  const bytes = readFileSync(file);
  bytes[place] = value;
  writeFileSync(file, bytes);
}

function resealAll(database: Sqlite.Database): void {
  let prev: Buffer = GENESIS;
  for (const row of database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').all()) {
    const seal = sealOf(prev, row);
    database.prepare('UPDATE event SET prev = ?, hash = ? WHERE seq = ?').run(prev, seal, row.seq);
    prev = seal;
  }
}
