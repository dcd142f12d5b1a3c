import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { createEventLog } from '../../../src/main/eventLog/eventLog.ts';
import { projectEvent } from '../../../src/main/projections/projectEvent.ts';
import { createReadTables } from '../../../src/main/projections/readTables.ts';
import { dumpProjections } from '../../../src/main/projections/tables.ts';
import { createSetClock } from '../../../src/main/setClock.ts';
import { TODAY, ZONE } from '../../support/times.ts';

/** What the program asks a record for, and the record's structure, as one hash: two that differ read differently. */
export function readBack(file: string): string {
  const database = new Sqlite(file, { readonly: true });
  try {
    const log = createEventLog({
      database,
      clock: createSetClock(TODAY, ZONE),
      workstation: 'W1',
      appVersion: 'fault',
      project: projectEvent,
    });
    const tables = createReadTables(database);
    const all = log.readStreams('');
    const streams = [...new Set(all.map(({ stream }) => stream))].toSorted();
    const patients = streams.flatMap((stream) => stream.match(/^patient:(.*)$/)?.[1] ?? []);
    const rows = patients.map((id) => tables.patient(id));
    const seen = {
      all,
      streams: streams.map((stream) => log.readStream(stream)),
      ids: all.map(({ id }) => log.hasEvent(id)),
      head: log.head(),
      tables: dumpProjections(database),
      patients: rows,
      found: rows.map((row) => tables.searchPatients(row?.family_name ?? '', 50, null)),
      byBirth: rows.map((row) => tables.searchPatients(row?.born ?? '', 50, null)),
      everybody: tables.searchPatients('', 50, null),
      sessions: patients.map((id) => tables.sessionsOfPatient(id)),
      signed: tables.sessionsInStates(['SIGNED', 'DISCHARGED']),
      structure: database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all(),
      version: database.pragma('user_version'),
    };
    return hash('sha256', JSON.stringify(seen), 'hex');
  } finally {
    database.close();
  }
}
