import { readEvent } from '../../contract/events/storedEvent.ts';
import { type EventRow, eventFromRow } from '../eventLog/eventRow.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { LOT_TABLE } from './lotTable.ts';
import { projectEvent } from './projectEvent.ts';
import { PATIENT_TABLES } from './projectPatient.ts';

/** Raise it whenever a table or a projector changes: the tables are then made anew from the log. */
const PROJECTIONS_VERSION = 11;

/** Every read table, and what its rows are put in order by. */
const TABLES = {
  user_row: 'id',
  patient_row: 'id',
  patient_word: 'word, patient',
  word_slip: 'slip, word',
  session_row: 'id',
  outcome_row: 'id',
  print_row: 'id',
  order_tally: 'id',
  limit_tally: 'id',
  limit_passed: 'id',
  emergency_row: 'id',
  emergency_act: 'id',
  unidentified_row: 'id',
  login_row: 'id',
  lot_row: 'id',
} as const;
/** Tables of earlier versions. */
const FORMER_TABLES = ['patient_search'];

const CREATE = `
CREATE TABLE user_row (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, full_name TEXT NOT NULL, initials TEXT NOT NULL, suffix TEXT NOT NULL,
  roles TEXT NOT NULL, licence TEXT, licence_expires TEXT, disabled INTEGER NOT NULL, has_pin INTEGER NOT NULL,
  provisional INTEGER NOT NULL, added_seq INTEGER NOT NULL
) STRICT;
${PATIENT_TABLES}CREATE TABLE session_row (
  id TEXT PRIMARY KEY, number TEXT NOT NULL, patient TEXT NOT NULL, chair INTEGER NOT NULL, state TEXT NOT NULL,
  protocol TEXT NOT NULL, planned_at INTEGER NOT NULL, started_at INTEGER, ended_at INTEGER, signed_by TEXT,
  planned_by TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_patient ON session_row (patient, planned_at, id);
CREATE INDEX session_by_number ON session_row (number);
CREATE INDEX session_by_plan ON session_row (planned_at);
CREATE INDEX session_by_start ON session_row (started_at);
CREATE INDEX session_by_state ON session_row (state, chair);
CREATE TABLE outcome_row (
  id TEXT PRIMARY KEY, library TEXT NOT NULL, ordered TEXT, told TEXT, given TEXT, given_per_kg TEXT,
  peak_pressure TEXT, worst_effect TEXT
) STRICT;
CREATE TABLE print_row (
  id TEXT PRIMARY KEY, patient TEXT NOT NULL, session TEXT NOT NULL, number TEXT NOT NULL, document TEXT NOT NULL,
  paper TEXT NOT NULL, copy INTEGER NOT NULL, code TEXT NOT NULL, printed_by TEXT NOT NULL, printed_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_by_patient ON print_row (patient, printed_at, id);
CREATE TABLE order_tally (id TEXT PRIMARY KEY, signed INTEGER NOT NULL) STRICT;
CREATE TABLE limit_tally (
  id TEXT PRIMARY KEY, protocol TEXT NOT NULL, signed INTEGER NOT NULL, passed INTEGER NOT NULL
) STRICT;
CREATE TABLE limit_passed (
  id TEXT PRIMARY KEY, tally TEXT NOT NULL, session TEXT NOT NULL, signed_at INTEGER NOT NULL,
  prescriber TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE TABLE emergency_row (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER, reviewed_at INTEGER,
  reviewed_by TEXT
) STRICT;
CREATE TABLE emergency_act (
  id TEXT PRIMARY KEY, emergency TEXT NOT NULL, session TEXT NOT NULL, type TEXT NOT NULL, happened_at INTEGER NOT NULL
) STRICT;
CREATE TABLE unidentified_row (
  id TEXT PRIMARY KEY, session TEXT NOT NULL, type TEXT NOT NULL, happened_at INTEGER NOT NULL, claimed_by TEXT,
  claimed_at INTEGER
) STRICT;
CREATE INDEX passed_by_tally ON limit_passed (tally, signed_at, id);
CREATE TABLE login_row (
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, user TEXT NOT NULL, what TEXT NOT NULL, proof TEXT,
  at INTEGER NOT NULL
) STRICT;
${LOT_TABLE}`;

/** Makes the read tables where they are missing or of another version, from the log alone. */
export function ensureProjections(database: Database): void {
  database.exec('CREATE TABLE IF NOT EXISTS projection_meta (version INTEGER NOT NULL) STRICT');
  const meta = database.prepare<[], { version: number }>('SELECT version FROM projection_meta').get();
  if (meta?.version !== PROJECTIONS_VERSION) rebuildProjections(database);
}

/** Read at once: enough to be quick, few enough to be held in memory whatever the length of the log. */
const EVENTS_PER_PAGE = 500;

/** Drops every read table and makes it again from the first event on; `log` is another file to read them from. */
export function rebuildProjections(database: Database, log: Database = database): void {
  database
    .transaction(() => {
      for (const table of [...Object.keys(TABLES), ...FORMER_TABLES])
        database.exec(`DROP TABLE IF EXISTS ${table}`);
      database.exec(CREATE);
      for (const row of eventsOf(log)) projectEvent(database, readEvent(eventFromRow(row)), log);
      database.exec('DELETE FROM projection_meta');
      database.prepare('INSERT INTO projection_meta VALUES (?)').run(PROJECTIONS_VERSION);
    })
    .immediate();
}

/** Page by page, because a connection that is still reading rows cannot write any. */
function* eventsOf(log: Database): Generator<EventRow> {
  const page = log.prepare<[number, number], EventRow>(
    'SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  for (let rows = page.all(0, EVENTS_PER_PAGE); rows.length > 0; ) {
    yield* rows;
    rows = page.all(rows.at(-1)?.seq ?? 0, EVENTS_PER_PAGE);
  }
}

/** Everything the read tables hold, for comparing live tables with rebuilt ones. */
export function dumpProjections(database: Database): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    Object.entries(TABLES).map(([table, order]) => [
      table,
      database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all(),
    ]),
  );
}
