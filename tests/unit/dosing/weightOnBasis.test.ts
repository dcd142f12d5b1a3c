import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../src/core/crosscheck/planBackward.ts';
import {
  type DosingWeight,
  type DosingWeightOrder,
  dosingWeight,
} from '../../../src/core/dosing/dosingWeight.ts';
import type { PlanInput } from '../../../src/core/dosing/planInput.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { planSumText } from '../../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import { quantityText } from '../../../src/core/quantity/quantity.ts';
import { roundToStep } from '../../../src/core/quantity/round.ts';
import { read } from '../../support/exactText.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';

/** 0.5 mg/kg over 40 min of 1 mg per mL, by the weight that comes of an order for one. */
function inputFor(order: DosingWeightOrder, step = '0.1 kg'): PlanInput {
  const dosing = weightOf(order);
  return {
    dosePerKg: read<'mg/kg'>('0.5 mg/kg'),
    weight: dosing.isCapped ? dosing.weight : roundToStep(dosing.weight, read<'kg'>(step)),
    basis: { order, dosing },
    duration: read<'min'>('40 min'),
    amount: read<'mg'>('100 mg'),
    volume: read<'mL'>('100 mL'),
    mixing: 'madeUpTo',
    strength: read<'mg/mL'>('10 mg/mL'),
    rateStep: read<'mL/h'>('0.1 mL/h'),
    volumeStep: read<'mL'>('0.1 mL'),
    containerVolume: read<'mL'>('100 mL'),
    hard: NO_HARD_LIMITS,
  };
}

function weightOf(order: DosingWeightOrder): DosingWeight {
  const dosing = dosingWeight(order);
  if (!dosing.ok) throw new Error(dosing.failure.kind);
  return dosing.value;
}

function worked(input: PlanInput) {
  const sum = planSum(input);
  if (!sum.ok) throw new Error(sum.failure.kind);
  const lines = planWorking(input, sum.value).map(({ step, calculation, result }) => [
    step,
    `${calculation} = ${result}`.replaceAll('\u00a0', ' '),
  ]);
  // Every line has a step and words.
  expect(lines.flat().every((text) => typeof text === 'string' && !text.includes('undefined'))).toBe(true);
  return {
    lines: lines.filter(([step]) => step?.endsWith('Weight')),
    dosingWeight: planSumText(sum.value).dosingWeight,
  };
}

const ADA = {
  sex: 'female',
  height: read<'cm'>('172 cm'),
  actual: read<'kg'>('72 kg'),
  cap: undefined,
} as const;
const MAN = {
  sex: 'male',
  height: read<'cm'>('180 cm'),
  actual: read<'kg'>('100 kg'),
  cap: undefined,
} as const;
const HEAVY = { ...MAN, actual: read<'kg'>('140 kg') };
const LIGHT = { ...ADA, actual: read<'kg'>('60 kg') };
const cap = read<'kg'>('80 kg');

describe('a sum on a weight that a formula or a cap gives', () => {
  it.each<readonly [string, DosingWeightOrder, readonly (readonly [string, string])[]]>([
    [
      'the ideal weight of a woman',
      { basis: 'ideal', ...ADA },
      [
        ['idealWeight', 'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg'],
        ['dosingWeight', '63.248 kg, step 0.1 kg = 63.2 kg'],
      ],
    ],
    [
      'the ideal weight of a man, to the tenth',
      { basis: 'ideal', ...MAN, height: read<'cm'>('177.8 cm') },
      [['idealWeight', 'Devine, male: 50 kg + 2.3 kg × (177.8 cm ÷ 2.54 − 60) = 73 kg']],
    ],
    [
      'the adjusted weight',
      { basis: 'adjusted', ...ADA },
      [
        ['idealWeight', 'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg'],
        ['adjustedWeight', '63.248 kg + 0.4 × (72 kg − 63.248 kg) = 66.7488 kg'],
        ['dosingWeight', '66.7488 kg, step 0.1 kg = 66.7 kg'],
      ],
    ],
    [
      'an adjusted weight without an excess',
      { basis: 'adjusted', ...LIGHT },
      [
        ['idealWeight', 'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg'],
        ['adjustedWeight', '60 kg is below the ideal weight: adjusted equals actual = 60 kg'],
      ],
    ],
    [
      'the lean weight of James',
      { basis: 'leanJames', ...ADA },
      [
        ['leanWeight', 'James, female: 1.07 × 72 kg − 148 × (72 kg ÷ 172 cm)² = 51.106 kg'],
        ['dosingWeight', '51.106 kg, step 0.1 kg = 51.1 kg'],
      ],
    ],
    [
      'the lean weight of Janmahasatian, not above its cap',
      { basis: 'leanJanmahasatian', ...MAN, cap },
      [
        [
          'leanWeight',
          'Janmahasatian, male: 9,270 × 100 kg ÷ (6,680 + 216 × 10,000 × 100 kg ÷ (180 cm)²) = 69.4555 kg',
        ],
        ['dosingWeight', '69.4555 kg, step 0.1 kg, not above the 80 kg of the protocol = 69.5 kg'],
      ],
    ],
    [
      'an adjusted weight above its cap',
      { basis: 'adjusted', ...HEAVY, cap },
      [
        ['idealWeight', 'Devine, male: 50 kg + 2.3 kg × (180 cm ÷ 2.54 − 60) = 74.9921 kg'],
        ['adjustedWeight', '74.9921 kg + 0.4 × (140 kg − 74.9921 kg) = 100.9953 kg'],
        ['dosingWeight', '100.9953 kg, but no more than the protocol counts = 80 kg'],
      ],
    ],
    [
      'the actual weight under a cap',
      { basis: 'actual', actual: read<'kg'>('72 kg'), cap },
      [['dosingWeight', '72 kg, not above the 80 kg of the protocol = 72 kg']],
    ],
    ['the actual weight and no cap', { basis: 'actual', actual: read<'kg'>('72 kg'), cap: undefined }, []],
  ])('says %s step by step', (_, order, lines) => {
    expect(worked(inputFor(order)).lines).toEqual(lines);
  });

  it('keeps everything it came from: of a formula the body, of a cap the cap', () => {
    expect(worked(inputFor({ basis: 'adjusted', ...HEAVY, cap })).dosingWeight).toEqual({
      weight: '80 kg',
      basis: 'adjusted',
      used: 'adjusted',
      exact: quantityText(weightOf({ basis: 'adjusted', ...HEAVY, cap }).beforeCap),
      actual: '140 kg',
      sex: 'male',
      height: '180 cm',
      cap: '80 kg',
      isCapped: true,
    });
    const actual = { basis: 'actual', actual: read<'kg'>('72 kg') } as const;
    const plain = { weight: '72 kg', basis: 'actual', used: 'actual', exact: '72 kg', actual: '72 kg' };
    expect(worked(inputFor({ ...actual, cap: undefined })).dosingWeight).toEqual({
      ...plain,
      isCapped: false,
    });
    expect(worked(inputFor({ ...actual, cap })).dosingWeight).toEqual({
      ...plain,
      cap: '80 kg',
      isCapped: false,
    });
    const { basis: _, ...measured } = inputFor({ ...actual, cap: undefined });
    expect(worked(measured)).toEqual({ lines: [], dosingWeight: undefined });
  });

  it('names the ideal weight of a formula that goes by one, and of no other', () => {
    for (const basis of ['ideal', 'adjusted'] as const)
      expect(Object.keys(weightOf({ basis, ...ADA }))).toContain('ideal');
    for (const basis of ['leanJames', 'leanJanmahasatian'] as const)
      expect(Object.keys(weightOf({ basis, ...ADA }))).not.toContain('ideal');
  });

  it('is taken back by the second engine, and nothing beside it', () => {
    const input = inputFor({ basis: 'adjusted', ...ADA });
    const sum = planSum(input);
    if (!sum.ok || !sum.value.weight || !input.basis) throw new Error('no sum on a weight');
    const { weight } = sum.value;
    const { order, dosing } = input.basis;
    const withheld = (asked: PlanInput, answer = sum.value) =>
      disagreements(asked, answer).filter((name) => name === 'dosingWeight');
    expect(withheld(input)).toEqual([]);
    const { basis: _, ...measured } = input;
    expect(withheld(measured)).toEqual(['dosingWeight']);
    const { weight: __, ...without } = sum.value;
    expect(withheld(input, without)).toEqual(['dosingWeight']);
    expect(withheld(measured, without)).toEqual([]);
    for (const value of [read<'kg'>('66.8 kg'), read<'kg'>('66.6 kg')]) {
      expect(withheld(input, { ...sum.value, weight: { ...weight, value } })).toEqual(['dosingWeight']);
      expect(withheld({ ...input, weight: value }, { ...sum.value, weight: { ...weight, value } })).toEqual([
        'dosingWeight',
      ]);
    }
    // A cap that was passed over.
    const uncapped = { order, dosing: { ...dosing, cap: read<'kg'>('60 kg') } };
    expect(withheld({ ...input, basis: uncapped })).toEqual(['dosingWeight']);

    const capped = inputFor({ basis: 'adjusted', ...HEAVY, cap });
    const cappedSum = planSum(capped);
    if (!cappedSum.ok || !cappedSum.value.weight) throw new Error('no sum on a cap');
    expect(withheld(capped, cappedSum.value)).toEqual([]);
    const above = { ...cappedSum.value, weight: { ...cappedSum.value.weight, value: read<'kg'>('80.1 kg') } };
    expect(withheld({ ...capped, weight: read<'kg'>('80.1 kg') }, above)).toEqual(['dosingWeight']);
  });
});
