import type { Protocol } from '../../library/library.ts';
import type { KnownPatient } from '../../library/patientValues.ts';
import type { PatientBody } from '../../library/planWeight.ts';
import { allergyOverride, matchingAllergies } from '../../patient/allergies.ts';
import { type JudgedAssessment, unaskedQuestions } from '../../patient/assessment.ts';
import { err, type Result } from '../../result.ts';
import type { OverrideReason, Weighing } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { usableWeighing } from './weighingRefusal.ts';

/** What is known of the patient when a plan is authorised. */
export type PatientFacts = {
  readonly known: KnownPatient;
  /** Substances of known allergies; null while nobody has recorded whether there are any. */
  readonly allergies: readonly string[] | null;
  /** The newest one that a prescriber signed. */
  readonly assessment: Pick<JudgedAssessment, 'questions' | 'pregnancy'> | null;
  readonly consentDated: boolean;
  readonly weighing: Weighing | null;
  readonly body: PatientBody;
};

/** What is judged of a patient before an order, and by which rules. */
export type PatientJudged = {
  readonly rules: { readonly protocol: Protocol };
  /** Of the drug and its classes. */
  readonly allergyNames: readonly string[];
  readonly patient: PatientFacts;
  readonly overrideReasons: readonly OverrideReason[];
};

/**
 * The weighing an order is worked out from, or what the patient's record lacks for it, the first of it. `now`: UTC
 * milliseconds. Source: UX T2.
 */
export function weighingForOrder(judged: PatientJudged, now: number): Result<Weighing, SessionRefusal> {
  const lacking = clearanceRefusal(judged);
  if (lacking) return err(lacking);
  return usableWeighing(judged.patient.weighing, judged.rules.protocol.weightMaxAgeHours, now);
}

/** The same without the weighing: what must hold when the order is signed, and still at the start. */
export function clearanceRefusal(judged: PatientJudged): SessionRefusal | undefined {
  const [lacking] = recordLacks(judged);
  if (lacking) return lacking;
  const undecided = allergiesInTheWay(judged).find(
    (substance) =>
      !judged.overrideReasons.some(
        ({ limit, reason }) => limit === allergyOverride(substance) && reason.trim() !== '',
      ),
  );
  return undecided === undefined ? undefined : { kind: 'allergyMatches', substance: undecided };
}

/** Everything that has to be recorded before an order can be signed, in the order in which it is worth doing. */
export function recordLacks({
  patient,
  rules,
}: Pick<PatientJudged, 'patient' | 'rules'>): readonly SessionRefusal[] {
  const { assessment, consentDated, allergies } = patient;
  const questions = assessment ? unaskedQuestions(assessment, rules.protocol.questions ?? []) : [];
  return [
    ...(assessment ? [] : [{ kind: 'noSignedAssessment' } as const]),
    ...(questions.length > 0 ? [{ kind: 'questionsNotAsked', questions } as const] : []),
    ...(consentDated ? [] : [{ kind: 'noConsent' } as const]),
    ...(allergies ? [] : [{ kind: 'allergiesNotRecorded' } as const]),
  ];
}

/** Allergies to the drug, its class or the diluent: each stops the order until a prescriber gives a reason. */
export function allergiesInTheWay({
  patient,
  rules,
  allergyNames,
}: Pick<PatientJudged, 'patient' | 'rules' | 'allergyNames'>): readonly string[] {
  return matchingAllergies(patient.allergies ?? [], [
    ...allergyNames,
    ...('diluent' in rules.protocol ? [rules.protocol.diluent] : []),
  ]);
}
