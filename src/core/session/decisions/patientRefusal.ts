import type { KnownPatient } from '../../library/patientValues.ts';
import type { PinnedRules, Weighing } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { weighingRefusal } from './weighingRefusal.ts';

/** What is known of the patient when a plan is authorised. */
export type PatientFacts = {
  readonly known: KnownPatient;
  /** Substances of known allergies, in lower case; null while nobody has recorded whether there are any. */
  readonly allergies: readonly string[] | null;
  readonly assessmentSigned: boolean;
  readonly consentDated: boolean;
  readonly weighing: Weighing | null;
};

/** What is judged of a patient before an order, and by which rules. */
export type PatientJudged = {
  readonly rules: Pick<PinnedRules, 'protocol'>;
  readonly allergyNames: readonly string[];
  readonly patient: PatientFacts;
};

/** What the patient's record lacks for an order, the first of it. `now`: UTC milliseconds. Source: UX T2. */
export function patientRefusal(
  { patient, rules, allergyNames }: PatientJudged,
  now: number,
): SessionRefusal | undefined {
  if (!patient.assessmentSigned) return { kind: 'noSignedAssessment' };
  if (!patient.consentDated) return { kind: 'noConsent' };
  if (patient.allergies === null) return { kind: 'allergiesNotRecorded' };
  const names = [...allergyNames, rules.protocol.diluent].map((name) => name.toLowerCase());
  const matching = patient.allergies.find((substance) => names.includes(substance.toLowerCase()));
  if (matching !== undefined) return { kind: 'allergyMatches', substance: matching };
  return weighingRefusal(patient.weighing, rules.protocol.weightMaxAgeHours, now);
}
