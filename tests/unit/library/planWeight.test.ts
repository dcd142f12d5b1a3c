import { describe, expect, it, vi } from 'vitest';
import { disagreements } from '../../../src/core/crosscheck/planBackward.ts';
import * as weights from '../../../src/core/dosing/dosingWeight.ts';
import { actualWeight, type PlanInput } from '../../../src/core/dosing/planInput.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { planSumText } from '../../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import type { WeightRule } from '../../../src/core/library/library.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import {
  needsHeight,
  type PatientBody,
  planWeight,
  weightRuleOf,
} from '../../../src/core/library/planWeight.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { orderedInput } from '../../../src/core/session/orderInput.ts';
import { EVERY_MODE, MOOD_40, PAIN_DAYS, PAIN_HOURS } from '../../fixtures/libraries/everyMode.ts';
import { answered } from '../../support/exactText.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';

vi.mock('../../../src/core/dosing/dosingWeight.ts', { spy: true });

const ADA: PatientBody = { sex: 'female', height: '172 cm' };
const MAN: PatientBody = { sex: 'male', height: '180 cm' };
const kg = (weight: string) => readQuantity(`${weight} kg`, 'kg');

function worked(rule: WeightRule | undefined, weight: string, body: PatientBody = ADA) {
  const plan = planWeight(rule, kg(weight), body);
  return plan.ok ? quantityText(plan.value.weight) : plan.failure;
}

/** A rate per kilogram for three hours, by the weight a rule gives. */
function inputFor(rule: WeightRule, weight: string, body: PatientBody = ADA): PlanInput {
  const plan = answered(planWeight(rule, kg(weight), body));
  const ordered = readQuantity('0.35 mg/kg/h', 'mg/kg/h');
  return {
    ...orderedInput(ordered, readQuantity('180 min', 'min'), plan),
    amount: readQuantity('100 mg', 'mg'),
    volume: readQuantity('50 mL', 'mL'),
    mixing: 'madeUpTo',
    strength: readQuantity('10 mg/mL', 'mg/mL'),
    rateStep: readQuantity('0.1 mL/h', 'mL/h'),
    volumeStep: readQuantity('0.1 mL', 'mL'),
    containerVolume: readQuantity('50 mL', 'mL'),
    hard: NO_HARD_LIMITS,
  };
}

function weightLines(rule: WeightRule, weight: string, body: PatientBody = ADA): readonly string[] {
  const input = inputFor(rule, weight, body);
  return planWorking(input, answered(planSum(input)))
    .filter(({ step }) => step.endsWith('Weight'))
    .map(({ calculation, result }) => `${calculation} = ${result}`.replaceAll('\u00a0', ' '));
}

describe('the weight doses count on', () => {
  it('is the measured one as it stands where the protocol names no other', () => {
    expect(planWeight(undefined, kg('72.45'), { sex: 'female', height: null })).toEqual({
      ok: true,
      value: { weight: kg('72.45') },
    });
    expect(worked({ basis: 'actual' }, '72.5', { sex: 'male', height: null })).toBe('72.5 kg');
  });

  it.each([
    ['ideal', '72', ADA, '63.2 kg'],
    ['ideal', '100', MAN, '75 kg'],
    ['adjusted', '72', ADA, '66.7 kg'],
    ['adjusted', '50', ADA, '50 kg'],
    ['leanJames', '72', ADA, '51.1 kg'],
    ['leanJames', '100', MAN, '70.5 kg'],
    ['leanJanmahasatian', '72', ADA, '45.3 kg'],
    ['leanJanmahasatian', '100', MAN, '69.5 kg'],
  ] as const)('is by the %s weight, of %s kg, to the step of a scale', (basis, weight, body, expected) => {
    expect(worked({ basis }, weight, body)).toBe(expected);
  });

  it('is never above the cap of the protocol, which stands as the library has it', () => {
    expect(worked({ basis: 'actual', cap: '99.95 kg' }, '130')).toBe('99.95 kg');
    expect(worked({ basis: 'adjusted', cap: '80 kg' }, '130')).toBe('80 kg');
    expect(worked({ basis: 'actual', cap: '130 kg' }, '130')).toBe('130 kg');
  });

  it('is refused by name where the formula does not hold or has no height', () => {
    expect(worked({ basis: 'ideal' }, '72', { sex: 'female', height: null })).toEqual({
      kind: 'heightMissing',
    });
    expect(worked({ basis: 'ideal' }, '50', { sex: 'female', height: '150 cm' })).toEqual({
      kind: 'heightBelowFormula',
      height: '150 cm',
      minimum: '152.4 cm',
    });
    expect(worked({ basis: 'ideal' }, '50')).toMatchObject({ kind: 'idealAboveActual', actual: '50 kg' });
    expect(worked({ basis: 'leanJames' }, '150')).toMatchObject({ kind: 'bodyMassIndexAboveFormula' });
    expect(worked({ basis: 'leanJanmahasatian' }, '30', { sex: 'male', height: '180 cm' })).toMatchObject({
      kind: 'leanAboveActual',
    });
  });

  it('is withheld when the two engines do not agree on it, and no cap of nothing is ever taken', () => {
    vi.mocked(weights.dosingWeight).mockReturnValueOnce({
      ok: false,
      failure: { kind: 'enginesDisagree', on: ['cap'] },
    });
    expect(worked({ basis: 'ideal' }, '72')).toEqual({ kind: 'enginesDisagree', on: ['cap'] });
    expect(() => worked({ basis: 'actual', cap: '0 kg' }, '72')).toThrow('A cap of 0 kg');
  });

  it('takes the height only where a formula does, and no rule without a weight', () => {
    expect(needsHeight({ ...PAIN_HOURS, dosingWeight: { basis: 'adjusted' } })).toBe(true);
    expect(needsHeight({ ...MOOD_40, dosingWeight: { basis: 'actual', cap: '120 kg' } })).toBe(false);
    expect(needsHeight(PAIN_HOURS)).toBe(false);
    expect(weightRuleOf(PAIN_DAYS)).toBeUndefined();
  });
});

describe('a library with a weight to dose on', () => {
  it('is refused for a cap of nothing, and none is asked for', () => {
    const found = (cap: string | undefined) => {
      const rule = { basis: 'adjusted' as const, ...(cap !== undefined && { cap: cap as '1 kg' }) };
      return lintLibrary({ ...EVERY_MODE, protocols: [{ ...PAIN_HOURS, dosingWeight: rule }] })
        .filter(({ value }) => value === 'dosingWeight.cap')
        .map(({ rule: broken }) => broken);
    };
    expect(found('0 kg')).toEqual(['notPositive']);
    expect(found('120 lb')).toEqual(['wrongUnit']);
    expect([...found('120 kg'), ...found(undefined)]).toEqual([]);
  });
});

describe('the sum by a weight of a formula', () => {
  it('counts everything per kilogram on it, and holds the limits on the body weight against the measured one', () => {
    const input = inputFor({ basis: 'adjusted', cap: '120 kg' }, '72');
    const sum = answered(planSum(input));
    expect(planSumText(sum)).toMatchObject({
      dosingWeight: {
        weight: '66.7 kg',
        basis: 'adjusted',
        used: 'adjusted',
        actual: '72 kg',
        sex: 'female',
        height: '172 cm',
        cap: '120 kg',
        isCapped: false,
      },
      dose: '70.035 mg',
      rateExact: '11.6725 mL/h',
      rate: '11.7 mL/h',
      doseRate: '0.35 mg/kg/h',
    });
    expect(quantityText(actualWeight(input))).toBe('72 kg');
    const limited = { ...PAIN_HOURS, weight: { softMinimum: '70 kg' as const } };
    expect(planBreaches(input, sum, limited, FIRST_SESSION)).toEqual([]);
    const light = inputFor({ basis: 'adjusted' }, '69');
    expect(planBreaches(light, answered(planSum(light)), limited, FIRST_SESSION)).toMatchObject([
      { value: 'weight', actual: '69 kg' },
    ]);
  });

  it('has no sex or height where no formula took them, and no weight of its own where none is named', () => {
    const capped = planSumText(answered(planSum(inputFor({ basis: 'actual', cap: '60 kg' }, '72'))));
    expect(capped.dosingWeight).toEqual({
      weight: '60 kg',
      basis: 'actual',
      used: 'actual',
      exact: '72 kg',
      actual: '72 kg',
      cap: '60 kg',
      isCapped: true,
    });
  });

  it('shows the formula with its numbers, step by step', () => {
    expect(weightLines({ basis: 'ideal' }, '72')).toEqual([
      'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg',
      '63.248 kg, step 0.1 kg = 63.2 kg',
    ]);
    expect(weightLines({ basis: 'adjusted' }, '72')).toEqual([
      'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg',
      '63.248 kg + 0.4 × (72 kg − 63.248 kg) = 66.7488 kg',
      '66.7488 kg, step 0.1 kg = 66.7 kg',
    ]);
    expect(weightLines({ basis: 'leanJames' }, '100', MAN)[0]).toBe(
      'James, male: 1.1 × 100 kg − 128 × (100 kg ÷ 180 cm)² = 70.4938 kg',
    );
    expect(weightLines({ basis: 'leanJames' }, '72')[0]).toMatch(/^James, female: 1\.07 × 72 kg − 148 ×/);
    expect(weightLines({ basis: 'leanJanmahasatian' }, '72')[0]).toMatch(
      /^Janmahasatian, female: 9,270 × 72 kg ÷ \(8,780 \+ 244 × 10,000 × 72 kg ÷ \(172 cm\)²\) = /,
    );
    expect(weightLines({ basis: 'leanJanmahasatian' }, '100', MAN)[0]).toMatch(
      /^Janmahasatian, male: 9,270 × 100 kg ÷ \(6,680 \+ 216 × /,
    );
  });

  it('says that adjusted equals actual below the ideal weight, and what a cap did', () => {
    expect(weightLines({ basis: 'adjusted' }, '50')).toEqual([
      'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg',
      '50 kg is below the ideal weight: adjusted equals actual = 50 kg',
    ]);
    expect(weightLines({ basis: 'actual', cap: '120 kg' }, '130')).toEqual([
      '130 kg, but no more than the protocol counts = 120 kg',
    ]);
    expect(weightLines({ basis: 'actual', cap: '120 kg' }, '72')).toEqual([
      '72 kg, not above the 120 kg of the protocol = 72 kg',
    ]);
    expect(weightLines({ basis: 'ideal', cap: '120 kg' }, '72')[1]).toBe(
      '63.248 kg, step 0.1 kg, not above the 120 kg of the protocol = 63.2 kg',
    );
    expect(weightLines({ basis: 'actual' }, '72')).toEqual([]);
  });
});

describe('the second engine on the weight of a plan', () => {
  const named = (input: PlanInput, change: Partial<PlanInput>) => {
    const sum = answered(planSum(input));
    return disagreements({ ...input, ...change }, sum).includes('dosingWeight');
  };

  it('confirms the nearest tenth of a kilogram, or the cap, and nothing else', () => {
    const input = inputFor({ basis: 'adjusted' }, '72');
    expect(named(input, {})).toBe(false);
    expect(named(input, { weight: kg('66.8') })).toBe(true);
    const capped = inputFor({ basis: 'actual', cap: '60 kg' }, '72');
    expect(named(capped, {})).toBe(false);
    expect(named(capped, { weight: kg('72') })).toBe(true);
  });

  it('sees a weight that the sum does not carry, one it carries without a rule, and a cap that does not hold', () => {
    const input = inputFor({ basis: 'ideal' }, '72');
    const { weight: _weight, ...without } = answered(planSum(input));
    expect(disagreements(input, without)).toContain('dosingWeight');
    const { basis: _basis, ...plain } = input;
    expect(disagreements(plain, answered(planSum(input)))).toContain('dosingWeight');
    const sum = answered(planSum(input));
    const other = {
      ...sum,
      weight: { value: kg('70'), basis: input.basis as NonNullable<typeof input.basis> },
    };
    expect(disagreements(input, other)).toContain('dosingWeight');
    const basis = input.basis as NonNullable<typeof input.basis>;
    const wrong = { ...basis, dosing: { ...basis.dosing, cap: kg('60') } };
    expect(disagreements({ ...input, basis: wrong }, sum)).toContain('dosingWeight');
  });
});
