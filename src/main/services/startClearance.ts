import type { Failure } from '../../contract/failures.ts';
import { findDrug } from '../../core/library/library.ts';
import { clearanceRefusal } from '../../core/session/decisions/patientRefusal.ts';
import type { OpenRecord } from './openRecord.ts';
import { allergyNamesOf, patientFacts } from './patientFacts.ts';
import { loadPatient } from './patients.ts';
import { loadSession, type Step } from './sessionSteps.ts';

/**
 * What was recorded of the patient since the order was signed, and is in the way of the start: an allergy to the drug,
 * a question that is open again, a consent that has lapsed. The way out is to cancel the session and plan again.
 */
export function startClearance(record: OpenRecord, step: Step): Failure | undefined {
  const session = loadSession(record, step.session)?.session;
  const patient = session && loadPatient(record, session.patient);
  const library = record.library.byHash(session?.library.hash ?? '')?.library;
  if (!session?.authorised || !patient || !library || record.log.hasEvent(step.requestId)) return undefined;
  const { rules, overrideReasons } = session.authorised;
  const drug = findDrug(library, rules.protocol.drug);
  const allergyNames = drug ? allergyNamesOf(drug) : [rules.drugName];
  return clearanceRefusal({
    rules,
    allergyNames,
    overrideReasons,
    patient: patientFacts(record, patient, session.id),
  });
}
