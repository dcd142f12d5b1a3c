import type { AssessmentData } from '../../../../contract/events/assessment.ts';

export type Assessment = AssessmentData;
export type Condition = Assessment['history'][number]['condition'];

/** Source: UX 3.5. */
export const CONDITION_WORDS: Record<Condition, string> = {
  hypertension: 'High blood pressure',
  ischaemicDisease: 'Ischaemic heart disease',
  aneurysm: 'Aneurysm',
  raisedPressure: 'Raised pressure in the head or the eye',
  psychosis: 'Psychosis',
  mania: 'Mania',
  seizure: 'Seizure',
  liver: 'Liver disease',
  bladder: 'Bladder symptoms',
  substanceUse: 'Substance use',
  breastFeeding: 'Breast-feeding',
  sleepApnoea: 'Obstructive sleep apnoea',
};

export const ANSWER_CHOICES = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: 'notAsked', label: 'Not asked' },
] as const;

export const PREGNANCY_CHOICES = [
  { id: 'no', label: 'No' },
  { id: 'yes', label: 'Yes' },
  { id: 'notApplicable', label: 'Not applicable' },
  { id: 'notAsked', label: 'Not asked' },
] as const;

export const MEDICINE_CHOICES = [
  { id: 'take', label: 'Take' },
  { id: 'withhold', label: 'Withhold' },
  { id: 'ask', label: 'Ask' },
] as const;

export const ASA_CHOICES = [
  { id: '', label: 'Not given' },
  ...[1, 2, 3, 4, 5, 6].map((asa) => ({ id: `${asa}`, label: `${asa}` })),
] as const;

/** What is explained before a first session. Source: UX 1, requirements 12 to 16 and 25. */
export const EDUCATION_ITEMS = [
  'What it can feel like, and that it passes',
  'Side effects, and what helps',
  'No food and clear fluids only, and from when',
  'Medicines to take and to withhold',
  'No driving until the next day, and an escort home',
  'How to stop at any time',
] as const;

/** The label of an answer in a list of choices. */
export function labelOf(
  choices: readonly { readonly id: string; readonly label: string }[],
  id: string,
): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}
