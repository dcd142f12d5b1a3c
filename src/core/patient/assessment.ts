import type { ContraindicationQuestion } from '../library/library.ts';

/** An answer that was never given is not "no". Source: hazard H22. */
export const ANSWERS = ['yes', 'no', 'notAsked'] as const;
export type Answer = (typeof ANSWERS)[number];

export const PREGNANCY_ANSWERS = ['no', 'yes', 'notApplicable', 'notAsked'] as const;
export type PregnancyAnswer = (typeof PREGNANCY_ANSWERS)[number];

export const MEDICINE_ACTIONS = ['take', 'withhold', 'ask'] as const;

/** Source: UX 3.5. */
export const HISTORY_CONDITIONS = [
  'hypertension',
  'ischaemicDisease',
  'aneurysm',
  'raisedPressure',
  'psychosis',
  'mania',
  'seizure',
  'liver',
  'bladder',
  'substanceUse',
  'breastFeeding',
  'sleepApnoea',
] as const;

/** A question of the library as it was worded when it was asked, its answer, and the prescriber's reason at a yes. */
export type AskedQuestion = {
  readonly id: string;
  readonly text: string;
  readonly answer: Answer;
  /** Empty: none given. */
  readonly decision: string;
};

/** What is judged of an assessment. */
export type JudgedAssessment = {
  readonly indications: readonly string[];
  readonly primaryIndication: string | null;
  readonly questions: readonly AskedQuestion[];
  readonly pregnancy: PregnancyAnswer;
  readonly pregnancyDecision: string;
  readonly education: readonly { readonly item: string; readonly on: string }[];
};

/** How the question about pregnancy is called where it stands among the library's. */
export const PREGNANCY_QUESTION = 'Pregnancy';

/**
 * The questions an order may not be signed without, that this assessment has no answer to: those of the protocol, and
 * pregnancy. A question that the library words otherwise by now was never asked.
 */
export function unaskedQuestions(
  { questions, pregnancy }: Pick<JudgedAssessment, 'questions' | 'pregnancy'>,
  asked: readonly ContraindicationQuestion[],
): readonly string[] {
  const answered = (wanted: ContraindicationQuestion): boolean =>
    questions.some(
      ({ id, text, answer }) => id === wanted.id && text === wanted.text && answer !== 'notAsked',
    );
  const open = asked.filter((question) => !answered(question)).map(({ text }) => text);
  return pregnancy === 'notAsked' ? [...open, PREGNANCY_QUESTION] : open;
}

/** Why an assessment cannot be signed. */
export type AssessmentRefusal =
  | { readonly kind: 'indicationMissing' }
  | { readonly kind: 'primaryIndicationMissing' }
  | { readonly kind: 'decisionMissing'; readonly questions: readonly string[] }
  | { readonly kind: 'educationInFuture'; readonly item: string };

/**
 * Why a prescriber cannot sign this assessment: no indication, none of them named as the first, or a yes without a
 * reason to go on. What was not asked is signed as such, and stops the order instead. `today`: a day of the calendar.
 */
export function assessmentRefusal(
  { indications, primaryIndication, questions, pregnancy, pregnancyDecision, education }: JudgedAssessment,
  today: string,
): AssessmentRefusal | undefined {
  if (indications.length === 0) return { kind: 'indicationMissing' };
  if (primaryIndication === null || !indications.includes(primaryIndication))
    return { kind: 'primaryIndicationMissing' };
  const undecided = questions
    .filter(({ answer, decision }) => answer === 'yes' && decision.trim() === '')
    .map(({ text }) => text);
  if (pregnancy === 'yes' && pregnancyDecision.trim() === '') undecided.push(PREGNANCY_QUESTION);
  if (undecided.length > 0) return { kind: 'decisionMissing', questions: undecided };
  const early = education.find(({ on }) => on > today);
  return early && { kind: 'educationInFuture', item: early.item };
}
