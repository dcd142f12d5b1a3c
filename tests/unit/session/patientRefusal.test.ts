import { describe, expect, it } from 'vitest';
import demoLibrary from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import {
  allergiesInTheWay,
  type PatientFacts,
  type PatientJudged,
  recordLacks,
  weighingForOrder,
} from '../../../src/core/session/decisions/patientRefusal.ts';

const NOW = Date.UTC(2025, 10, 14, 9);
const protocol = librarySchema.parse(demoLibrary).protocols.find(({ mode }) => mode === 'doseOverTime');
if (protocol?.mode !== 'doseOverTime') throw new Error('no protocol');
const questions = protocol.questions ?? [];

const FACTS: PatientFacts = {
  known: { born: '1984-03-09', on: '2025-11-14', startsAt: NOW, earlier: [], lastOrdered: null },
  body: { sex: 'female', height: null },
  allergies: [],
  assessment: {
    questions: questions.map((question) => ({ ...question, answer: 'no', decision: '' })),
    pregnancy: 'no',
  },
  consentDated: true,
  weighing: { weight: '72 kg', weighedAt: NOW - 3_600_000, scale: 'scale 1' },
};

function judged(facts: Partial<PatientFacts>, more: Partial<PatientJudged> = {}): PatientJudged {
  return {
    rules: { protocol },
    allergyNames: ['ketamine', 'arylcyclohexylamine'],
    patient: { ...FACTS, ...facts },
    overrideReasons: [],
    ...more,
  } as PatientJudged;
}

function patientRefusal(...asked: Parameters<typeof weighingForOrder>) {
  const weighing = weighingForOrder(...asked);
  return weighing.ok ? undefined : weighing.failure;
}

describe('an order', () => {
  it('finds nothing in the way of a whole record', () => {
    expect(patientRefusal(judged({}), NOW)).toBeUndefined();
    expect(questions.length).toBeGreaterThan(0);
  });

  it.each<[Partial<PatientFacts>, object]>([
    [{ assessment: null }, { kind: 'noSignedAssessment' }],
    [
      { assessment: { questions: [], pregnancy: 'no' } },
      { kind: 'questionsNotAsked', questions: questions.map(({ text }) => text) },
    ],
    [{ consentDated: false }, { kind: 'noConsent' }],
    [{ allergies: null }, { kind: 'allergiesNotRecorded' }],
    [{ allergies: ['latex', 'Ketamine'] }, { kind: 'allergyMatches', substance: 'Ketamine' }],
    [{ allergies: ['arylcyclohexylamines'] }, { kind: 'allergyMatches', substance: 'arylcyclohexylamines' }],
    [{ allergies: ['sodium chloride'] }, { kind: 'allergyMatches', substance: 'sodium chloride' }],
    [{ weighing: null }, { kind: 'notWeighed' }],
  ])('is stopped by %j', (facts, refusal) => {
    expect(patientRefusal(judged(facts), NOW)).toEqual(refusal);
  });

  it('asks nothing where the library asks nothing', () => {
    const { questions: _questions, ...silent } = protocol;
    const rules = { protocol: silent };
    expect(
      patientRefusal(judged({ assessment: { questions: [], pregnancy: 'no' } }, { rules }), NOW),
    ).toBeUndefined();
  });

  it('is told everything the record lacks at once, in the order worth doing', () => {
    const nothing = judged({ assessment: null, consentDated: false, allergies: null });
    expect(recordLacks(nothing).map(({ kind }) => kind)).toEqual([
      'noSignedAssessment',
      'noConsent',
      'allergiesNotRecorded',
    ]);
    expect(allergiesInTheWay(nothing)).toEqual([]);
  });

  it('goes on over an allergy only with a reason for each', () => {
    const allergies = ['ketamine', 'esketamine ketamine'];
    const first = [{ limit: 'allergy to ketamine', reason: 'nausea only' }];
    expect(patientRefusal(judged({ allergies }, { overrideReasons: first }), NOW)).toEqual({
      kind: 'allergyMatches',
      substance: 'esketamine ketamine',
    });
    const blank = [...first, { limit: 'allergy to esketamine ketamine', reason: '  ' }];
    expect(patientRefusal(judged({ allergies }, { overrideReasons: blank }), NOW)).toMatchObject({
      kind: 'allergyMatches',
    });
    const both = [...first, { limit: 'allergy to esketamine ketamine', reason: 'the same' }];
    expect(patientRefusal(judged({ allergies }, { overrideReasons: both }), NOW)).toBeUndefined();
  });
});
