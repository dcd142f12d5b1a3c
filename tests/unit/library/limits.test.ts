import { describe, expect, it } from 'vitest';
import demo from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import type { DoseOverTimeProtocol } from '../../../src/core/library/library.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { FIRST_SESSION, moodInput } from '../../support/moodPlan.ts';

const protocol = librarySchema.parse(demo).protocols[0] as DoseOverTimeProtocol;

function breaches(dosePerKg: string, weight = '72', minutes = '40'): string[] {
  const input = moodInput(dosePerKg, weight, minutes);
  const sum = planSum(input);
  if (!sum.ok) throw new Error(sum.failure.kind);
  return planBreaches(input, sum.value, protocol, FIRST_SESSION).map(
    ({ strength, side, value, limit }) => `${strength} ${side} ${value} ${limit}`,
  );
}

describe('limits', () => {
  it('allow a value that is equal to them', () => {
    expect(breaches('0.75')).toEqual([]);
    expect(breaches('0.25')).toEqual([]);
    expect(breaches('0.5', '72', '30')).toEqual([]);
    expect(breaches('0.5', '72', '60')).toEqual([]);
  });

  it('ask a reason beyond a soft one', () => {
    expect(breaches('0.8')).toEqual(['soft above dose 0.75 mg/kg']);
    expect(breaches('0.2')).toContain('soft below dose 0.25 mg/kg');
    expect(breaches('0.5', '29')).toContain('soft below weight 30 kg');
    expect(breaches('0.5', '160')).toContain('soft above total 75 mg');
  });

  it('stop at a hard one, ten times too much or too little of the usual dose', () => {
    expect(breaches('5')[0]).toBe('hard above dose 1 mg/kg');
    expect(breaches('0.05')[0]).toBe('hard below dose 0.1 mg/kg');
    expect(breaches('0.5', '72', '61')).toContain('hard above duration 60 min');
    expect(breaches('0.5', '220')).toContain('hard above total 100 mg');
  });

  it('come worst first: hard before soft, and the one passed by more before the other', () => {
    expect(breaches('5')).toEqual([
      'hard above dose 1 mg/kg',
      'hard above rate 2 mg/kg/h',
      'hard above total 100 mg',
    ]);
  });
});

describe('the demo library', () => {
  it('says EXAMPLE wherever it is named', () => {
    const { name, version, notice } = librarySchema.parse(demo);
    for (const text of [name, version, notice]) expect(text).toContain('EXAMPLE');
  });

  it('is refused with anything in it that the schema does not know', () => {
    expect(librarySchema.safeParse({ ...demo, colour: 'blue' }).success).toBe(false);
    expect(librarySchema.safeParse({ ...demo, lineVolume: '2 mg' }).success).toBe(false);
  });
});
