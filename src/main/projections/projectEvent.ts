import type { PatientDetails, UserDetails } from '../../contract/events/otherEvents.ts';
import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { PlanAuthorised, PlanDraft, SessionPlanned } from '../../core/session/events.ts';
import type { SessionState } from '../../core/session/session.ts';
import { stateAfter } from '../../core/session/stateAfter.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { projectLogin } from './loginTable.ts';
import { prepared } from './prepared.ts';
import { projectOrder } from './projectOrder.ts';

/** Keeps every read table in step with one more event. Runs inside the transaction that writes the event. */
export function projectEvent(database: Database, event: ReadEvent): void {
  if (!event.known) return;
  const [room = '', id = ''] = event.stream.split(/:(.*)/s);
  if (room === 'session') projectSession(database, id, event);
  if (room === 'patient' && event.type === 'PatientRegistered')
    projectPatient(database, id, event.data as PatientDetails);
  if (room === 'user') projectPerson(database, id, event);
}

function projectPerson(database: Database, id: string, event: ReadEvent): void {
  if (event.type === 'UserAdded') projectUser(database, id, event);
  else projectLogin(database, id, event);
}

function projectUser(database: Database, id: string, event: ReadEvent): void {
  const { name, fullName, initials, suffix, roles, licence } = event.data as UserDetails;
  prepared(database, 'INSERT INTO user_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    name,
    fullName,
    initials,
    suffix,
    JSON.stringify(roles),
    licence,
    event.seq,
  );
}

function projectPatient(database: Database, id: string, patient: PatientDetails): void {
  const { familyName, givenName, title, born, sex, recordNumber, height } = patient;
  const sortName = `${familyName} ${givenName}`.normalize('NFC').toLowerCase();
  const row = prepared(database, 'INSERT INTO patient_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    familyName,
    givenName,
    title,
    born,
    sex,
    recordNumber,
    height,
    sortName,
  );
  const digits = recordNumber.replace(/\D/g, '');
  prepared(database, 'INSERT INTO patient_search (rowid, id, words) VALUES (?, ?, ?)').run(
    row.lastInsertRowid,
    id,
    `${familyName} ${givenName} ${born} ${born.slice(0, 4)} ${recordNumber} ${digits}`.normalize('NFC'),
  );
}

function projectSession(database: Database, id: string, event: ReadEvent): void {
  if (event.type === 'SessionPlanned') {
    const { number, patient, draft } = event.data as SessionPlanned;
    prepared(database, 'INSERT INTO session_row VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, ?)').run(
      id,
      number,
      patient,
      draft.chair,
      'PLANNED',
      draft.protocol,
      event.happenedAt,
      event.actor,
    );
    return;
  }
  moveSession(database, id, event);
}

function moveSession(database: Database, id: string, event: ReadEvent): void {
  const row = prepared(database, 'SELECT state FROM session_row WHERE id = ?').get(id) as
    | { state: SessionState }
    | undefined;
  if (!row) return;
  const state = stateAfter(row.state, event.type);
  if (state !== row.state) prepared(database, 'UPDATE session_row SET state = ? WHERE id = ?').run(state, id);
  switch (event.type) {
    case 'PlanChanged': {
      const { chair, protocol } = event.data as PlanDraft;
      prepared(database, 'UPDATE session_row SET chair = ?, protocol = ? WHERE id = ?').run(
        chair,
        protocol,
        id,
      );
      return;
    }
    case 'PlanAuthorised':
      projectOrder(database, id, event, event.data as PlanAuthorised);
      return;
    case 'InfusionStarted':
      prepared(database, 'UPDATE session_row SET started_at = ? WHERE id = ?').run(event.happenedAt, id);
      return;
    case 'InfusionStopped':
    case 'InfusionCompleted':
      prepared(database, 'UPDATE session_row SET ended_at = ? WHERE id = ?').run(event.happenedAt, id);
      return;
    case 'SessionSigned':
      prepared(database, 'UPDATE session_row SET signed_by = ? WHERE id = ?').run(event.actor, id);
      return;
    default:
      return;
  }
}
