import type { AssessmentData } from './events/assessment.ts';

/** Nothing has been asked yet. */
export const EMPTY_ASSESSMENT: AssessmentData = {
  indications: [],
  primaryIndication: null,
  priorTreatments: [],
  history: [],
  medicines: [],
  questions: [],
  pregnancy: 'notAsked',
  pregnancyDecision: '',
  asaClass: null,
  education: [],
  goals: '',
  note: '',
};
