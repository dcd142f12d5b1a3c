import { EMPTY_ASSESSMENT } from '../../src/contract/emptyAssessment.ts';
import type { AssessmentData } from '../../src/contract/events/assessment.ts';
import { libraryQuestions } from '../../src/main/services/assessing.ts';
import type { OpenRecord } from '../../src/main/services/openRecord.ts';

/** An assessment in which every question of the published library was asked, and answered with no. */
export function askedEverything(record: OpenRecord): AssessmentData {
  return {
    ...EMPTY_ASSESSMENT,
    indications: ['depression'],
    primaryIndication: 'depression',
    questions: libraryQuestions(record).map((question) => ({ ...question, answer: 'no', decision: '' })),
    pregnancy: 'no',
  };
}
