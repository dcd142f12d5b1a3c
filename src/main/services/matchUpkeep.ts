import { decided } from '../../core/session/decisions/deciding.ts';
import { identityChanged, matchEnds, type PatientNow } from '../../core/session/decisions/voidMatch.ts';
import type { Actor } from '../../core/session/roles.ts';
import { MATCHED_STATES, type Session } from '../../core/session/session.ts';
import { newEventId } from '../eventId.ts';
import type { OpenRecord } from './openRecord.ts';
import { knownPatient } from './patientHistory.ts';
import { loadPatient, measuredWeighing } from './patients.ts';
import { takeStep } from './sessionSteps.ts';

/** The patient of a session by the same weighing and the same limits a plan and the two entries go by. */
export function patientNow(record: OpenRecord, session: Session): PatientNow {
  const patient = loadPatient(record, session.patient);
  if (!patient) throw new Error(`Session ${session.number} names a patient who is not in the record.`);
  return { weighing: measuredWeighing(patient), known: knownPatient(record, patient, session.id) };
}

/**
 * T21a: after a new weighing, or another identity, a double check that no longer holds is void at once. Were the program
 * to stop in between, the next step of the session would find it just the same.
 */
export function holdMatchesAgainst(
  record: OpenRecord,
  actor: Actor,
  patient: string,
  what: 'weight' | 'identity',
): void {
  const sessions = record.tables.sessionsInStates(MATCHED_STATES).filter((row) => row.patient === patient);
  for (const { id } of sessions) {
    takeStep(record, { session: id, requestId: newEventId(), actor }, (session, deciding) => {
      const now = patientNow(record, session);
      return what === 'identity'
        ? identityChanged(session, now)
        : decided(...matchEnds(session, now, deciding.at));
    });
  }
}
