import Sqlite, { type Database } from 'better-sqlite3';
import { type EventRow, GENESIS, sealOf } from '../../../src/main/eventLog/eventRow.ts';
import { rebuildProjections } from '../../../src/main/projections/tables.ts';
import type { Random } from '../../prove/random.ts';

/** A way to falsify a record. Says what it did, for whoever finds that nobody noticed. */
export type Tampering = (database: Database, random: Random) => string;

/** Somebody with a database tool and time: takes the triggers away, changes rows, puts the triggers back. */
export function tamperWith(file: string, tampering: Tampering, random: Random): string {
  const database = new Sqlite(file);
  try {
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
      )
      .all();
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    const did = tampering(database, random);
    for (const { sql } of triggers) database.exec(sql);
    database.pragma('journal_mode = DELETE');
    return did;
  } finally {
    database.close();
  }
}

/** Every way of falsifying rows. */
export const TAMPERINGS: readonly Tampering[] = [
  editRow,
  editAndSealRow,
  deleteRow,
  deleteAndCloseUp,
  insertRow,
  swapRows,
  cutTail,
  cutTailAndTables,
  rewriteChain,
  editReadTable,
];

/** The last events are taken away: the one thing a chain cannot see by itself. */
export function cutTail(database: Database, random: Random): string {
  const head = headSeq(database);
  const from = head - random.whole(Math.min(head - 1, 40));
  database.prepare('DELETE FROM event WHERE seq >= ?').run(from);
  return `cut the tail from event ${from} on`;
}

/** The same by somebody who makes the read tables fit. */
export function cutTailAndTables(database: Database, random: Random): string {
  const did = cutTail(database, random);
  rebuildProjections(database);
  return `${did}, read tables made anew`;
}

function editRow(database: Database, random: Random): string {
  const seq = anySeq(database, random);
  return `changed ${change(database, seq, random)} of event ${seq}`;
}

function editAndSealRow(database: Database, random: Random): string {
  const seq = anySeq(database, random);
  const column = change(database, seq, random);
  const row = rowAt(database, seq);
  database.prepare('UPDATE event SET hash = ? WHERE seq = ?').run(sealOf(row.prev, row), seq);
  return `changed ${column} of event ${seq} and sealed it again`;
}

function deleteRow(database: Database, random: Random): string {
  const seq = anySeq(database, random);
  database.prepare('DELETE FROM event WHERE seq = ?').run(seq);
  return `removed event ${seq}`;
}

function deleteAndCloseUp(database: Database, random: Random): string {
  const seq = 1 + random.whole(headSeq(database) - 1);
  database.prepare('DELETE FROM event WHERE seq = ?').run(seq);
  move(database, seq, -1);
  return `removed event ${seq} and closed the gap`;
}

function insertRow(database: Database, random: Random): string {
  const seq = anySeq(database, random);
  const row = rowAt(database, seq);
  move(database, seq - 1, 1);
  insert(database, { ...row, id: `${row.id}-again`, stream_seq: lastOf(database, row.stream) + 1 });
  if (random.chance(2)) return `put an event in before event ${seq}`;
  reseal(database);
  return `put an event in before event ${seq} and sealed the chain again`;
}

function swapRows(database: Database, random: Random): string {
  const one = rowAt(database, anySeq(database, random));
  let other = rowAt(database, anySeq(database, random));
  if (other.seq === one.seq) other = rowAt(database, one.seq === 1 ? 2 : one.seq - 1);
  database.prepare('DELETE FROM event WHERE seq IN (?, ?)').run(one.seq, other.seq);
  insert(database, { ...one, seq: other.seq });
  insert(database, { ...other, seq: one.seq });
  return `swapped events ${one.seq} and ${other.seq}`;
}

/** One event is changed and every one sealed again: the chain is whole and another. */
export function rewriteChain(database: Database, random: Random): string {
  const seq = anySeq(database, random);
  const column = change(database, seq, random, ['actor', 'witness', 'happened_at', 'recorded_at']);
  reseal(database);
  rebuildProjections(database);
  return `changed ${column} of event ${seq}, sealed the chain again and made the read tables anew`;
}

const READ_TABLE_CHANGES = [
  "UPDATE session_row SET state = 'CANCELLED'",
  'UPDATE session_row SET chair = chair + 1',
  'UPDATE session_row SET signed_by = NULL',
  "UPDATE patient_row SET born = '1950-01-01'",
  "UPDATE patient_row SET record_number = record_number || '1'",
  'UPDATE user_row SET roles = \'["admin"]\'',
] as const;

function editReadTable(database: Database, random: Random): string {
  const sql = random.pick(READ_TABLE_CHANGES);
  const table = sql.split(' ')[1];
  database.exec(`${sql} WHERE id = (SELECT id FROM ${table} ORDER BY id LIMIT 1)`);
  return sql;
}

/** Columns whose value says something, and how somebody would change it. */
const CHANGES = {
  id: "id || 'x'",
  workstation: "'W2'",
  type: "type || 'Again'",
  version: 'version + 1',
  happened_at: 'happened_at + 60000',
  zone: "'Europe/Paris'",
  recorded_at: 'recorded_at - 1',
  monotonic: 'monotonic + 1',
  boot: "boot || 'x'",
  actor: "actor || 'x'",
  witness: "coalesce(witness, '') || 'x'",
  data: "replace(data, substr(data, 3, 1), 'q')",
  library: "coalesce(library, '') || 'x'",
  app_version: "app_version || '1'",
} as const;

type Column = keyof typeof CHANGES;

function change(
  database: Database,
  seq: number,
  random: Random,
  among = Object.keys(CHANGES) as readonly Column[],
): Column {
  const column = random.pick(among);
  database.exec(`UPDATE event SET ${column} = ${CHANGES[column]} WHERE seq = ${seq}`);
  return column;
}

/** Seals every event to the one before it, as somebody who knows the rule would. */
function reseal(database: Database): void {
  const update = database.prepare('UPDATE event SET prev = ?, hash = ? WHERE seq = ?');
  let prev = GENESIS;
  for (const row of database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').all()) {
    const hash = sealOf(prev, row);
    update.run(prev, hash, row.seq);
    prev = hash;
  }
}

/** Moves every event after `after` by one place. */
function move(database: Database, after: number, by: 1 | -1): void {
  const order = by === 1 ? 'DESC' : 'ASC';
  const later = database
    .prepare<[number], { seq: number }>(`SELECT seq FROM event WHERE seq > ? ORDER BY seq ${order}`)
    .all(after);
  const update = database.prepare('UPDATE event SET seq = ? WHERE seq = ?');
  for (const { seq } of later) update.run(seq + by, seq);
}

function insert(database: Database, row: EventRow): void {
  database
    .prepare(`INSERT INTO event VALUES (${Array(Object.keys(row).length).fill('?').join(', ')})`)
    .run(...Object.values(row));
}

function anySeq(database: Database, random: Random): number {
  return 1 + random.whole(headSeq(database));
}

function headSeq(database: Database): number {
  return database.prepare<[], { head: number }>('SELECT max(seq) AS head FROM event').get()?.head ?? 0;
}

function lastOf(database: Database, stream: string): number {
  const last = database.prepare<[string], { last: number }>(
    'SELECT max(stream_seq) AS last FROM event WHERE stream = ?',
  );
  return last.get(stream)?.last ?? 0;
}

function rowAt(database: Database, seq: number): EventRow {
  const row = database.prepare<[number], EventRow>('SELECT * FROM event WHERE seq = ?').get(seq);
  if (!row) throw new Error(`There is no event ${seq} to tamper with.`);
  return row;
}
