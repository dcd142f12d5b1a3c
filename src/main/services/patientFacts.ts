import type { Drug } from '../../core/library/library.ts';
import type { PatientBody } from '../../core/library/planWeight.ts';
import type { PatientFacts } from '../../core/session/decisions/patientRefusal.ts';
import type { OpenRecord } from './openRecord.ts';
import { knownPatient } from './patientHistory.ts';
import { loadPatient, measuredWeighing, type Patient, today } from './patients.ts';

/** Everything an allergy may name a drug by: its names and its classes. */
export function allergyNamesOf({ displayName, allergyNames, allergyClasses = [] }: Drug): readonly string[] {
  return [displayName, ...allergyNames, ...allergyClasses];
}

/** What the newest signed assessment withholds before a session, each once, with when it was taken as it was told then. */
export function medicinesToWithhold(
  record: OpenRecord,
  id: string,
): readonly { readonly name: string; readonly asTold: string }[] {
  const medicines = loadPatient(record, id)?.assessments.at(-1)?.data.medicines ?? [];
  const named = medicines
    .filter(({ action }) => action === 'withhold')
    .map(({ name, lastTaken }) => ({ name: name.trim(), asTold: lastTaken.trim() }));
  return named.filter(({ name }, place) => named.findIndex((each) => each.name === name) === place);
}

/** What a decision needs to know of the patient on this day. `session`: the one the plan belongs to. */
export function patientFacts(record: OpenRecord, patient: Patient, session: string | null): PatientFacts {
  const day = today(record);
  const consent = patient.consent?.data;
  return {
    known: knownPatient(record, patient, session),
    // Never recorded is not the same as none.
    allergies: patient.allergies?.items.map(({ substance }) => substance) ?? null,
    assessment: patient.assessments.at(-1)?.data ?? null,
    consentDated: consent !== undefined && (consent.validUntil === null || consent.validUntil >= day),
    weighing: measuredWeighing(patient),
    body: bodyOf(patient),
  };
}

/** Sex and height as the details have them now. */
export function bodyOf({ details: { sex, height } }: Patient): PatientBody {
  return { sex, height };
}
