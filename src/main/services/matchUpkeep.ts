import type { Failure } from '../../contract/failures.ts';
import { decided } from '../../core/session/decisions/deciding.ts';
import { identityChanged, matchEnds, type PatientNow } from '../../core/session/decisions/voidMatch.ts';
import type { Actor } from '../../core/session/roles.ts';
import { MATCHED_STATES, type Session } from '../../core/session/session.ts';
import { newEventId } from '../eventId.ts';
import type { OpenRecord } from './openRecord.ts';
import { bodyOf } from './patientFacts.ts';
import { knownPatient } from './patientHistory.ts';
import { loadPatient, measuredWeighing, type Patient } from './patients.ts';
import { takeStep } from './sessionSteps.ts';

/** The patient of a session by the same weighing and the same limits a plan and the two entries go by. */
export function patientNow(
  record: OpenRecord,
  session: Session,
  patient = loadPatient(record, session.patient),
): PatientNow {
  if (!patient) throw new Error(`Session ${session.number} names a patient who is not in the record.`);
  const known = knownPatient(record, patient, session.id);
  return { weighing: measuredWeighing(patient), known, body: bodyOf(patient) };
}

/**
 * T21a: after a new weighing a double check that no longer holds is void at once. Were the program to stop in between,
 * the next step of the session would find it just the same.
 */
export function holdMatchesAgainst(record: OpenRecord, actor: Actor, patient: string): void {
  for (const id of matchedSessions(record, patient)) {
    takeStep(record, { session: id, requestId: newEventId(), actor }, (session, deciding) =>
      decided(...matchEnds(session, patientNow(record, session), deciding.at)),
    );
  }
}

/**
 * T21a: before another identity is recorded, the double check that was made for the one before is void. In this order,
 * because no later step would find it: were the program to stop in between, the check is void and nothing has changed.
 * `after`: the patient as about to be recorded.
 */
export function voidMatchesForIdentity(
  record: OpenRecord,
  actor: Actor,
  after: Patient,
): Failure | undefined {
  for (const id of matchedSessions(record, after.id)) {
    const voided = takeStep(record, { session: id, requestId: newEventId(), actor }, (session) =>
      identityChanged(session, patientNow(record, session, after)),
    );
    // That the check is void is what was asked for; anything else stands in the way of the correction.
    if (!voided.ok && voided.failure.kind !== 'checkVoid') return voided.failure;
  }
  return undefined;
}

function matchedSessions(record: OpenRecord, patient: string): readonly string[] {
  return record.tables
    .sessionsInStates(MATCHED_STATES)
    .filter((row) => row.patient === patient)
    .map(({ id }) => id);
}
