import { describe, expect, it } from 'vitest';
import {
  assessmentRefusal,
  type JudgedAssessment,
  unaskedQuestions,
} from '../../../src/core/patient/assessment.ts';

const TODAY = '2025-11-14';
const PSYCHOSIS = { id: 'psychosis', text: 'Psychosis, now or before?' };
const WHOLE: JudgedAssessment = {
  indications: ['depression', 'pain'],
  primaryIndication: 'depression',
  questions: [{ ...PSYCHOSIS, answer: 'no', decision: '' }],
  pregnancy: 'no',
  pregnancyDecision: '',
  education: [{ item: 'what it feels like', on: TODAY }],
};

describe('an assessment', () => {
  it('is signed with an indication, and with what was not asked said so', () => {
    expect(assessmentRefusal(WHOLE, TODAY)).toBeUndefined();
    const open = { ...WHOLE, questions: [], pregnancy: 'notAsked' } as const;
    expect(assessmentRefusal(open, TODAY)).toBeUndefined();
  });

  it.each<[string, Partial<JudgedAssessment>, object]>([
    ['no indication', { indications: [] }, { kind: 'indicationMissing' }],
    ['no primary one', { primaryIndication: null }, { kind: 'primaryIndicationMissing' }],
    [
      'a primary one that is none of them',
      { primaryIndication: 'sleep' },
      { kind: 'primaryIndicationMissing' },
    ],
    [
      'a yes and a pregnancy without a reason',
      {
        questions: [
          { ...PSYCHOSIS, answer: 'yes', decision: ' ' },
          { id: 'x', text: 'Aneurysm?', answer: 'yes', decision: 'repaired 2019' },
        ],
        pregnancy: 'yes',
        pregnancyDecision: ' ',
      },
      { kind: 'decisionMissing', questions: [PSYCHOSIS.text, 'Pregnancy'] },
    ],
    [
      'an explanation that has not been given yet',
      { education: [{ item: 'no driving', on: '2025-11-15' }] },
      { kind: 'educationInFuture', item: 'no driving' },
    ],
  ])('is not signed with %s', (_what, change, refusal) => {
    expect(assessmentRefusal({ ...WHOLE, ...change }, TODAY)).toEqual(refusal);
  });

  it('is signed with a yes that a prescriber has decided on', () => {
    const decided = {
      ...WHOLE,
      questions: [{ ...PSYCHOSIS, answer: 'yes', decision: 'ten years ago, stable' }],
      pregnancy: 'yes',
      pregnancyDecision: 'agreed with the obstetrician',
    } as const;
    expect(assessmentRefusal(decided, TODAY)).toBeUndefined();
    expect(unaskedQuestions(decided, [PSYCHOSIS])).toEqual([]);
  });
});

describe('a question', () => {
  it('is open until it was answered yes or no', () => {
    expect(unaskedQuestions(WHOLE, [PSYCHOSIS])).toEqual([]);
    expect(unaskedQuestions({ ...WHOLE, questions: [] }, [PSYCHOSIS])).toEqual([PSYCHOSIS.text]);
    const notAsked = [{ ...PSYCHOSIS, answer: 'notAsked', decision: '' }] as const;
    expect(unaskedQuestions({ ...WHOLE, questions: notAsked }, [PSYCHOSIS])).toEqual([PSYCHOSIS.text]);
  });

  it('that the library words otherwise by now was never asked', () => {
    const other = { id: 'psychosis', text: 'Psychosis, ever, or in the family?' };
    expect(unaskedQuestions(WHOLE, [other])).toEqual([other.text]);
    expect(unaskedQuestions(WHOLE, [{ ...PSYCHOSIS, id: 'other' }])).toEqual([PSYCHOSIS.text]);
  });

  it('about pregnancy is open as long as nobody asked', () => {
    expect(unaskedQuestions({ ...WHOLE, pregnancy: 'notAsked' }, [])).toEqual(['Pregnancy']);
    expect(unaskedQuestions({ ...WHOLE, pregnancy: 'notApplicable' }, [])).toEqual([]);
  });
});
