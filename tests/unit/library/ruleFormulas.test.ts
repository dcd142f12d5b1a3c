import { describe, expect, it } from 'vitest';
import { WEIGHT_BASES } from '../../../src/core/dosing/dosingWeight.ts';
import { ruleFormulas } from '../../../src/core/library/ruleFormulas.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the way to the dosing weight, on paper', () => {
  it.each([
    ['ideal', 'female', ['45.5 kg + 2.3 kg × (height ÷ 2.54 − 60), to 0.1 kg']],
    ['ideal', 'male', ['50 kg + 2.3 kg × (height ÷ 2.54 − 60), to 0.1 kg']],
    [
      'adjusted',
      'female',
      [
        '45.5 kg + 2.3 kg × (height ÷ 2.54 − 60)',
        'ideal + 0.4 × (actual − ideal); below the ideal weight the actual one, to 0.1 kg',
      ],
    ],
    ['leanJames', 'female', ['1.07 × actual − 148 × (actual ÷ height)², to 0.1 kg']],
    ['leanJames', 'male', ['1.1 × actual − 128 × (actual ÷ height)², to 0.1 kg']],
    [
      'leanJanmahasatian',
      'female',
      ['9,270 × actual ÷ (8,780 + 244 × 10,000 × actual ÷ (height)²), to 0.1 kg'],
    ],
    [
      'leanJanmahasatian',
      'male',
      ['9,270 × actual ÷ (6,680 + 216 × 10,000 × actual ÷ (height)²), to 0.1 kg'],
    ],
  ] as const)('of %s, %s, has the constants of the sum', (basis, sex, formulas) => {
    expect(ruleFormulas({ basis }, sex).map(({ formula }) => plain(formula))).toEqual(formulas);
  });

  it('names the cap of the protocol, of the actual weight too', () => {
    expect(ruleFormulas({ basis: 'actual', cap: '120 kg' }, 'male')).toEqual([
      { weight: 'dosing', formula: 'the actual weight, at most 120\u00a0kg, to 0.1\u00a0kg' },
    ]);
  });

  it('holds no value of a patient', () => {
    for (const basis of WEIGHT_BASES)
      for (const { weight, formula } of ruleFormulas({ basis }, 'female')) {
        expect(['ideal', 'dosing']).toContain(weight);
        expect(formula).toMatch(/actual|height/);
      }
  });
});
