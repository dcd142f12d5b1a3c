import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { Authorised } from '../../core/session/countedSession.ts';
import type { DocumentPrinted, PlanDraft, SessionPlanned } from '../../core/session/events.ts';
import type { SessionState } from '../../core/session/session.ts';
import { stateAfter } from '../../core/session/stateAfter.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { projectLogin } from './loginTable.ts';
import { projectLot } from './lotTable.ts';
import { prepared } from './prepared.ts';
import { projectAway } from './projectAway.ts';
import { projectOrder } from './projectOrder.ts';
import { projectOutcome } from './projectOutcome.ts';
import { projectPatient } from './projectPatient.ts';
import { projectUser } from './projectUser.ts';

/**
 * Keeps every read table in step with one more event. Runs inside the transaction that writes the event; `log` is where
 * the events are read from when the tables are made in another file.
 */
export function projectEvent(database: Database, event: ReadEvent, log: Database = database): void {
  const [room = '', id = ''] = event.stream.split(/:(.*)/s);
  if (room === 'session') projectOutcome(database, log, id, event);
  if (!event.known) return;
  if (room === 'session') {
    projectSession(database, id, event);
    projectLot(database, event);
  }
  if (room === 'patient') projectPatient(database, id, event);
  if (room === 'user') {
    projectUser(database, id, event);
    projectLogin(database, id, event);
  }
  projectAway(database, id, event);
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
    case 'CountedPlanAuthorised':
      projectOrder(database, id, event, event.data as Authorised);
      return;
    case 'InfusionStarted':
    case 'DosesStarted':
      prepared(database, 'UPDATE session_row SET started_at = ? WHERE id = ?').run(event.happenedAt, id);
      return;
    case 'InfusionStopped':
    case 'InfusionCompleted':
      prepared(database, 'UPDATE session_row SET ended_at = ? WHERE id = ?').run(event.happenedAt, id);
      return;
    case 'DocumentPrinted':
      projectPrint(database, id, event);
      return;
    case 'SessionSigned':
      prepared(database, 'UPDATE session_row SET signed_by = ? WHERE id = ?').run(event.actor, id);
      return;
    default:
      return;
  }
}

/** Every paper of a patient, under the patient: their record lists them. */
function projectPrint(database: Database, session: string, event: ReadEvent): void {
  const { document, paper, copy, code } = event.data as DocumentPrinted;
  prepared(
    database,
    `INSERT INTO print_row SELECT ?, patient, id, number, ?, ?, ?, ?, ?, ?, ? FROM session_row WHERE id = ?`,
  ).run(event.id, document, paper, copy, code, event.actor, event.happenedAt, event.recordedAt, session);
}
