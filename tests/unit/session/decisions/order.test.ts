import { describe, expect, it } from 'vitest';
import type { LimitBreach } from '../../../../src/core/library/limits.ts';
import {
  type AuthorisePlan,
  authorisePlan,
  limitRefusal,
} from '../../../../src/core/session/decisions/authorisePlan.ts';
import { completeOrder } from '../../../../src/core/session/decisions/completeOrder.ts';
import type { PatientFacts } from '../../../../src/core/session/decisions/patientRefusal.ts';
import { weighingRefusal } from '../../../../src/core/session/decisions/weighingRefusal.ts';
import type { PlanDraft } from '../../../../src/core/session/events.ts';
import {
  ASKED,
  by,
  factOf,
  outcome,
  PATIENT,
  REFERENCE,
  sessionAfter,
  WEIGHING,
} from '../../../support/playedSession.ts';
import { at } from '../../../support/times.ts';

const PLANNED = sessionAfter('SessionPlanned');
const FIT: PatientFacts = {
  known: PATIENT.known,
  body: PATIENT.body,
  allergies: ['ondansetron'],
  assessment: ASKED,
  consentDated: true,
  weighing: WEIGHING,
};

function order(
  draft: Partial<PlanDraft> = {},
  patient: Partial<PatientFacts> = {},
  more: Partial<AuthorisePlan> = {},
) {
  const command: AuthorisePlan = {
    orderNumber: 'O-1',
    rules: REFERENCE.rules,
    allergyNames: ['Ketamine'],
    patient: { ...FIT, ...patient },
    overrideReasons: [],
    ...more,
  };
  return authorisePlan(
    { ...PLANNED, draft: { ...PLANNED.draft, ...draft } },
    command,
    by('patel', '09:15:00'),
  );
}

describe('an order', () => {
  it('is signed with its sum, its rules and its weighing', () => {
    const { sum, working, ...signed } = factOf(order(), 'PlanAuthorised');
    expect({ rate: sum.rate, volume: sum.volumeToGive }).toEqual({ rate: '54 mL/h', volume: '36 mL' });
    expect(working.length).toBeGreaterThan(0);
    expect(signed).toEqual({
      orderNumber: 'O-1',
      chair: 2,
      order: REFERENCE.order,
      rules: REFERENCE.rules,
      library: PLANNED.library,
      weighing: WEIGHING,
      breaches: [],
      overrideReasons: [],
    });
  });

  it('is refused undiluted where the library forbids it of the vial, and made with diluent where it does', () => {
    const never = { ...REFERENCE.rules.product, undilutedForbidden: true };
    const rules = { ...REFERENCE.rules, product: never };
    expect(outcome(order({}, {}, { rules }))).toEqual(['PlanAuthorised']);
    const undiluted = { amount: '50 mg', volume: '5 mL', mixing: 'madeUpTo' } as const;
    expect(outcome(order(undiluted, {}, { rules }))).toEqual({
      kind: 'undilutedForbidden',
      strength: '10 mg/mL',
    });
    expect(outcome(order(undiluted))).not.toMatchObject({ kind: 'undilutedForbidden' });
  });

  it.each<[string, Partial<PatientFacts>, object]>([
    ['no signed assessment', { assessment: null }, { kind: 'noSignedAssessment' }],
    ['no dated consent', { consentDated: false }, { kind: 'noConsent' }],
    ['allergies nobody asked for', { allergies: null }, { kind: 'allergiesNotRecorded' }],
    [
      'an allergy to the drug',
      { allergies: ['latex', 'KETAMINE'] },
      { kind: 'allergyMatches', substance: 'KETAMINE' },
    ],
    [
      'an allergy to the diluent',
      { allergies: ['Sodium chloride 0.9 %'] },
      { kind: 'allergyMatches', substance: 'Sodium chloride 0.9 %' },
    ],
    ['no weighing', { weighing: null }, { kind: 'notWeighed' }],
  ])('for a patient with %s is not signed', (_what, patient, refusal) => {
    expect(outcome(order({}, patient))).toEqual(refusal);
  });

  it('for a patient without any allergy is signed', () => {
    expect(outcome(order({}, { allergies: [] }))).toEqual(['PlanAuthorised']);
  });

  it('names everything it lacks at once', () => {
    expect(outcome(order({ dose: null, mixing: null }))).toEqual({
      kind: 'planIncomplete',
      missing: ['dose', 'mixing'],
    });
    const empty = { dose: null, duration: null, amount: null, volume: null, mixing: null, product: null };
    const { protocol } = REFERENCE.rules;
    expect(completeOrder({ ...PLANNED.draft, ...empty }, protocol)).toEqual({
      ok: false,
      failure: {
        kind: 'planIncomplete',
        missing: ['dose', 'duration', 'amount', 'volume', 'mixing', 'product'],
      },
    });
    for (const field of Object.keys(empty)) {
      expect(completeOrder({ ...PLANNED.draft, [field]: null }, protocol)).toEqual({
        ok: false,
        failure: { kind: 'planIncomplete', missing: [field] },
      });
    }
  });

  it('without a sum is refused for the reason there is none', () => {
    expect(outcome(order({ amount: '5000 mg' }))).toMatchObject({ kind: 'drugExceedsFinalVolume' });
  });

  it('beyond a hard limit is refused for the record, whatever reasons are given', () => {
    const overrideReasons = [{ limit: 'hard above dose', reason: 'ordered' }];
    const tried = factOf(order({ dose: '5 mg/kg' }, {}, { overrideReasons }), 'TryRefused');
    expect(tried).toMatchObject({ refusal: { kind: 'hardLimits' }, typed: null });
    expect(
      tried.refusal.kind === 'hardLimits' && tried.refusal.breaches.map(({ strength }) => strength),
    ).not.toContain('soft');
  });

  it('beyond a soft limit needs its reason, and then what the equipment can do', () => {
    const strong = { dose: '0.8 mg/kg', amount: '75 mg' } as const;
    expect(outcome(order(strong))).toMatchObject({ kind: 'reasonsMissing', breaches: [{ value: 'dose' }] });
    const overrideReasons = [{ limit: 'soft above dose', reason: 'tolerance shown in last session' }];
    expect(outcome(order(strong, {}, { overrideReasons }))).toEqual(['PlanAuthorised']);
    const two = factOf(order({ dose: '0.8 mg/kg' }, {}, { overrideReasons }), 'PlanAuthorised');
    expect(two.sum.containers).toBe(2);
    const pump = { ...REFERENCE.rules.pump, rateMaximum: '50 mL/h' } as const;
    const rules = { ...REFERENCE.rules, pump };
    expect(outcome(order(strong, {}, { overrideReasons, rules }))).toMatchObject({
      kind: 'rateOutsidePumpRange',
    });
  });
});

describe('limits that are passed', () => {
  const breach = (strength: 'soft' | 'hard', value: 'dose' | 'total'): LimitBreach => ({
    strength,
    value,
    side: 'above',
    actual: '0.8 mg/kg',
    limit: '0.75 mg/kg',
    source: 'EXAMPLE',
  });
  const [soft, total, hard] = [breach('soft', 'dose'), breach('soft', 'total'), breach('hard', 'dose')];
  const reason = (limit: string, text = 'ordered') => ({ limit, reason: text });

  it('stop when hard, and else when one has no reason of its own', () => {
    expect(limitRefusal([], [])).toBeUndefined();
    expect(limitRefusal([soft, hard], [])).toEqual({ kind: 'hardLimits', breaches: [hard] });
    expect(limitRefusal([soft, total], [reason('soft above dose')])).toEqual({
      kind: 'reasonsMissing',
      breaches: [total],
    });
    expect(limitRefusal([soft], [reason('soft above dose', '  ')])).toEqual({
      kind: 'reasonsMissing',
      breaches: [soft],
    });
    expect(limitRefusal([soft], [reason('soft above total')])).toEqual({
      kind: 'reasonsMissing',
      breaches: [soft],
    });
    expect(
      limitRefusal([soft, total], [reason('soft above dose'), reason('soft above total')]),
    ).toBeUndefined();
  });
});

describe('a weighing', () => {
  it('counts up to the age the protocol allows, and says in whole hours how old it is', () => {
    const now = at('12:12:00');
    expect(weighingRefusal(null, 24, now)).toEqual({ kind: 'notWeighed' });
    expect(weighingRefusal(WEIGHING, 3, now)).toBeUndefined();
    expect(weighingRefusal(WEIGHING, 3, now + 1)).toEqual({
      kind: 'weightTooOld',
      ageHours: 3,
      allowedHours: 3,
    });
    expect(weighingRefusal(WEIGHING, 3, now + 3_600_000)).toMatchObject({ ageHours: 4 });
  });
});
