import { EMPTY_ASSESSMENT } from '../../../../contract/emptyAssessment.ts';
import type { PatientRecordView } from '../../../../contract/views/people.ts';
import { HISTORY_CONDITIONS } from '../../../../core/patient/assessment.ts';
import type { Assessment } from './assessmentWords.ts';

/**
 * What the form begins with: the draft as it was left; else what was signed last, with every question open again,
 * because an answer of then is not one of today.
 */
export function startOfAssessment({ draft, assessments, questions }: PatientRecordView): Assessment {
  const signed = assessments[0]?.data;
  const begun = draft?.data ?? (signed ? { ...signed, ...ASKED_AGAIN } : EMPTY_ASSESSMENT);
  return {
    ...begun,
    history: HISTORY_CONDITIONS.map(
      (condition) =>
        begun.history.find((known) => known.condition === condition) ?? {
          condition,
          answer: 'notAsked',
          note: '',
        },
    ),
    questions: questions.map(
      (question) =>
        begun.questions.find(({ id, text }) => id === question.id && text === question.text) ?? {
          ...question,
          answer: 'notAsked',
          decision: '',
        },
    ),
  };
}

const ASKED_AGAIN = { questions: [], pregnancy: 'notAsked', pregnancyDecision: '' } as const;
