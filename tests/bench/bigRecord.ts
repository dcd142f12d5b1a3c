import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEvent } from '../../src/contract/events/storedEvent.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { createAnchor } from '../../src/main/eventLog/anchor.ts';
import { type EventRow, eventFromRow, GENESIS, sealOf } from '../../src/main/eventLog/eventRow.ts';
import { type Database, openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { projectEvent } from '../../src/main/projections/projectEvent.ts';
import { ensureProjections } from '../../src/main/projections/tables.ts';
import { type WorkPlace, workPlace } from '../fault/script/workRecord.ts';
import { type Pattern, patternOfClinic } from './pattern.ts';

const BUILT = join(import.meta.dirname, '..', '..', '.setup', 'bench');
/** Raise it when the generator changes: records made by an older one are then made again. */
const GENERATOR = 1;
const SESSIONS_PER_PATIENT = 5;
/** Sessions that are left running at the end, so that the board has something to show. */
const RUNNING = 4;
const EVENTS_PER_COMMIT = 50_000;
const MILLISECONDS_BETWEEN_SESSIONS = 3_600_000;

/** A profile with a record of so many finished sessions of 60 events each; made when it is not there yet. */
export function ensureBigRecord(sessions: number, say: (line: string) => void): WorkPlace {
  const home = join(BUILT, `${sessions}-${GENERATOR}`);
  if (existsSync(home)) return workPlace(home);
  say(`Making a record of ${sessions} sessions, once.`);
  const beside = `${home}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  fillRecord(workPlace(beside), sessions);
  renameSync(beside, home);
  return workPlace(home);
}

/** Fills an empty record after the pattern of one played session, sealed event by event as the program seals. */
export function fillRecord({ file, anchor }: WorkPlace, sessions: number): void {
  const database = openDatabase(file);
  try {
    ensureProjections(database);
    // Nothing here is worth a power cut.
    database.pragma('synchronous = OFF');
    const pattern = patternOfClinic();
    const writer = createWriter(database, pattern.clinic.at(-1)?.recorded_at ?? 0);
    for (const row of pattern.clinic) writer.write(row, {}, true);
    let patient = '';
    for (let index = 0; index < sessions; index += 1) {
      if (index % SESSIONS_PER_PATIENT === 0) patient = writePatient(writer, pattern, index);
      writeSession(writer, pattern, { index, patient, isRunning: index >= sessions - RUNNING });
    }
    writer.commit();
    createAnchor(anchor, writer.head, (error) => {
      throw error;
    }).write();
  } finally {
    database.close();
  }
}

type Writer = ReturnType<typeof createWriter>;

/** Seals row after row. `moved` says which stream it goes to, how much later, and what its data says instead. */
function createWriter(database: Database, start: number) {
  const insert = database.prepare(`INSERT INTO event VALUES (${Array(19).fill('?').join(', ')})`);
  let head: { readonly seq: number; readonly hash: Buffer } = { seq: 0, hash: GENESIS };
  let open = false;
  const commit = (): void => {
    if (open) database.exec('COMMIT');
    open = false;
  };
  return {
    start,
    database,
    commit,
    head: () => ({ seq: head.seq, hash: head.hash.toString('hex') }),
    write(row: EventRow, moved: Partial<EventRow>, isProjected: boolean): void {
      if (!open) database.exec('BEGIN');
      open = true;
      const {
        prev: _prev,
        hash: _hash,
        ...unsealed
      } = { ...row, id: newEventId(), ...moved, seq: head.seq + 1 };
      const sealed = { ...unsealed, prev: head.hash, hash: sealOf(head.hash, unsealed) };
      insert.run(...Object.values(sealed));
      if (isProjected) projectEvent(database, readEvent(eventFromRow(sealed)));
      head = sealed;
      if (head.seq % EVENTS_PER_COMMIT === 0) commit();
    },
  };
}

const FAMILY = [
  'Abara',
  'Bianchi',
  'Castle',
  'Dvorak',
  'Eze',
  'Fischer',
  'Garnet',
  'Hollis',
  'Ito',
  'Jansen',
];
const MIDDLE = ['berg', 'dale', 'field', 'gate', 'lund', 'mere', 'more', 'stead', 'well', 'wood'];
const GIVEN = ['Alba', 'Boris', 'Clara', 'Denis', 'Edda', 'Felix', 'Gerda', 'Hugo', 'Irma', 'Jonas', 'Kaja'];

/** An invented name: a thousand families, so that a search finds some and not all. */
function nameOf(number: number): { readonly familyName: string; readonly givenName: string } {
  const pick = (from: readonly string[], by: number): string =>
    from[Math.floor(number / by) % from.length] ?? '';
  return {
    familyName: `${pick(FAMILY, 1)}${pick(MIDDLE, 10)}${pick(MIDDLE, 100)}`,
    givenName: pick(GIVEN, 1),
  };
}

function writePatient(writer: Writer, { patient }: Pattern, index: number): string {
  const id = newEventId();
  const number = index / SESSIONS_PER_PATIENT;
  const recordNumber = `T${String(number).padStart(9, '0')}`;
  for (const [place, row] of patient.entries()) {
    const data =
      place === 0 ? { ...JSON.parse(row.data), ...nameOf(number), recordNumber } : JSON.parse(row.data);
    const recorded_at = writer.start + index * MILLISECONDS_BETWEEN_SESSIONS;
    const moved = { stream: `patient:${id}`, stream_seq: place + 1, data: JSON.stringify(data), recorded_at };
    writer.write(row, { ...moved, happened_at: recorded_at }, true);
  }
  return id;
}

type SessionToWrite = { readonly index: number; readonly patient: string; readonly isRunning: boolean };

function writeSession(writer: Writer, pattern: Pattern, { index, patient, isRunning }: SessionToWrite): void {
  const id = newEventId();
  const later = writer.start + index * MILLISECONDS_BETWEEN_SESSIONS - (pattern.session[0]?.recorded_at ?? 0);
  const moved = (row: EventRow) => ({
    happened_at: row.happened_at + later,
    recorded_at: row.recorded_at + later,
  });
  const weighed = pattern.patient.length + 1 + (index % SESSIONS_PER_PATIENT);
  const { weighing } = pattern;
  writer.write(weighing, { ...moved(weighing), stream: `patient:${patient}`, stream_seq: weighed }, false);
  for (const [place, row] of pattern.session.entries()) {
    if (isRunning && place >= pattern.runningUntil) break;
    const data = place === 0 ? pattern.plannedFor(patient, index, 1 + (index % RUNNING)) : row.data;
    const shifted = { ...moved(row), stream: `session:${id}`, stream_seq: place + 1, data };
    // The read table gets its finished row at once; only what still runs, and what is counted, goes through its step.
    writer.write(row, shifted, isRunning || place === 0 || row.type === 'PlanAuthorised');
  }
  if (!isRunning) pattern.finish(writer.database, id, later);
}
