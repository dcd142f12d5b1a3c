import { EMPTY_ASSESSMENT } from '../../contract/emptyAssessment.ts';
import type { AssessmentData } from '../../contract/events/assessment.ts';
import type {
  Allergies,
  ConsentDetails,
  PatientDetails,
  WeightDetails,
} from '../../contract/events/patientEvents.ts';
import type { PatientEvent, ReadEvent } from '../../contract/events/storedEvent.ts';

/** When something was recorded, and by whom. */
export type Recorded<Value> = { readonly data: Value; readonly event: ReadEvent };

/** A patient as the events of their stream leave them. */
export type Patient = {
  readonly id: string;
  readonly position: number;
  readonly details: PatientDetails;
  /** Null while active. */
  readonly inactive: Recorded<{ readonly reason: string }> | null;
  readonly allergies: Allergies | null;
  /** Oldest first. */
  readonly weighings: readonly (WeightDetails & { readonly weighedAt: number; readonly by: string })[];
  /** Every one that was signed, oldest first. */
  readonly assessments: readonly Recorded<AssessmentData>[];
  /** Work on the next one, that nobody has signed. */
  readonly draft: Recorded<AssessmentData> | null;
  readonly consent: Recorded<ConsentDetails> | null;
};

/** What is said of a patient by every fact up to `before`, of whichever version. */
export function applyPatientEvent(id: string) {
  return (patient: Patient | undefined, event: ReadEvent): Patient | undefined => {
    if (!event.known) return patient;
    const fact = event as unknown as PatientEvent;
    if (fact.type === 'PatientRegistered')
      return registered(id, event, { preferredName: null, ...fact.data });
    if (!patient) return undefined;
    const moved = { ...patient, position: event.streamSeq };
    switch (fact.type) {
      case 'PatientDetailsChanged':
        return { ...moved, details: fact.data.details };
      case 'PatientMadeInactive':
        return { ...moved, inactive: { data: fact.data, event } };
      case 'PatientMadeActive':
        return { ...moved, inactive: null };
      case 'AllergiesRecorded':
        return { ...moved, allergies: allergiesOf(fact) };
      case 'WeightRecorded': {
        // Version 1 does not say whether it was weighed twice.
        const weighing = { weighedTwice: false, ...fact.data, weighedAt: event.happenedAt, by: event.actor };
        return { ...moved, weighings: [...patient.weighings, weighing] };
      }
      case 'AssessmentDrafted':
        return { ...moved, draft: { data: fact.data, event } };
      case 'AssessmentSigned': {
        const signed = { data: assessmentOf(fact), event };
        return { ...moved, assessments: [...patient.assessments, signed], draft: null };
      }
      case 'ConsentRecorded':
        // Version 1 names no witness.
        return { ...moved, consent: { data: { witnessedBy: null, concerns: '', ...fact.data }, event } };
      default:
        return moved;
    }
  };
}

function registered(id: string, { streamSeq }: ReadEvent, details: PatientDetails): Patient {
  const nothing = { inactive: null, allergies: null, weighings: [], assessments: [] };
  return { id, position: streamSeq, details, ...nothing, draft: null, consent: null };
}

type FactOf<Type extends PatientEvent['type']> = Extract<PatientEvent, { readonly type: Type }>;

/** Version 1 does not say what kind of thing a substance is. */
function allergiesOf(fact: FactOf<'AllergiesRecorded'>): Allergies {
  const { status, items } = fact.data;
  return { status, items: items.map((item) => ({ kind: 'other', ...item })) };
}

/** Version 1 has an indication and a note; what it does not say was not asked. */
function assessmentOf(fact: FactOf<'AssessmentSigned'>): AssessmentData {
  if (fact.version === 2) return fact.data;
  const { indication, note } = fact.data;
  return { ...EMPTY_ASSESSMENT, indications: [indication], primaryIndication: indication, note };
}
