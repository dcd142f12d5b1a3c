import { describe, expect, it } from 'vitest';
import {
  findDrug,
  findPlannable,
  findProduct,
  findProtocol,
  findPump,
} from '../../../src/core/library/library.ts';
import { valueBreaches } from '../../../src/core/library/limits.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import { planHardLimits } from '../../../src/core/library/planHardLimits.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';
import { EVERY_MODE, INTRANASAL, MOOD_40, PAIN_HOURS } from '../../fixtures/libraries/everyMode.ts';
import { texts } from '../../support/exactText.ts';

describe('what a library holds', () => {
  it('is found by its name, and nothing else is', () => {
    expect(findProtocol(EVERY_MODE, PAIN_HOURS.id)?.mode).toBe('weightRate');
    expect(findPlannable(EVERY_MODE, MOOD_40.id)?.id).toBe(MOOD_40.id);
    expect(findPlannable(EVERY_MODE, PAIN_HOURS.id)?.mode).toBe('weightRate');
    expect(findPlannable(EVERY_MODE, INTRANASAL.id)).toBeUndefined();
    const inMicrograms = { ...EVERY_MODE, protocols: [{ ...PAIN_HOURS, unit: 'mcg/kg/h' as const }] };
    expect(findPlannable(inMicrograms, PAIN_HOURS.id)).toMatchObject({ unit: 'mcg/kg/h' });
    expect(findDrug(EVERY_MODE, MOOD_40.drug)?.id).toBe(MOOD_40.drug);
    expect(findPump(EVERY_MODE, MOOD_40.pump)?.id).toBe(MOOD_40.pump);
    expect(findProduct(EVERY_MODE, 'ketamine-10-20')?.strength).toBe('10 mg/mL');
    for (const find of [findProtocol, findPlannable, findDrug, findPump, findProduct])
      expect(find(EVERY_MODE, 'nothing')).toBeUndefined();
  });
});

describe('a value', () => {
  it('that a protocol does not limit passes no limit', () => {
    expect(valueBreaches('dose', INTRANASAL, readQuantity('9 mg/kg', 'mg/kg'))).toEqual([]);
    expect(valueBreaches('bolus', MOOD_40, readQuantity('9 mg/kg', 'mg/kg'))).toEqual([]);
  });
});

describe('the hard limits of a plan', () => {
  const weight = readQuantity('72 kg', 'kg');
  const limits = (dose: typeof MOOD_40.dose, total: typeof MOOD_40.total) =>
    texts(planHardLimits({ ...MOOD_40, dose, total }, weight));

  it('are the tighter of the dose per kilogram and the total, in mg for this weight', () => {
    expect(texts(planHardLimits(MOOD_40, weight))).toEqual({
      dose: { minimum: '7.2 mg', maximum: '72 mg' },
      doseRate: { minimum: '0.1 mg/kg/h', maximum: '2 mg/kg/h' },
      duration: { minimum: '30 min', maximum: '60 min' },
    });
    const perKg = { hardMinimum: '0.1 mg/kg', hardMaximum: '1 mg/kg' } as const;
    expect(limits(perKg, { hardMinimum: '10 mg', hardMaximum: '50 mg' })).toMatchObject({
      dose: { minimum: '10 mg', maximum: '50 mg' },
    });
    expect(limits(perKg, { hardMinimum: '1 mg', hardMaximum: '500 mg' })).toMatchObject({
      dose: { minimum: '7.2 mg', maximum: '72 mg' },
    });
  });

  it('are open where the protocol sets none', () => {
    expect(limits({}, {})).toMatchObject({ dose: { minimum: undefined, maximum: undefined } });
    expect(limits({ hardMinimum: '0.1 mg/kg' }, {})).toMatchObject({
      dose: { minimum: '7.2 mg', maximum: undefined },
    });
    expect(limits({ hardMaximum: '1 mg/kg' }, {})).toMatchObject({
      dose: { minimum: undefined, maximum: '72 mg' },
    });
    expect(limits({}, { hardMaximum: '50 mg' })).toMatchObject({
      dose: { minimum: undefined, maximum: '50 mg' },
    });
  });
});

describe('the gap between two boluses', () => {
  const withGap = (gapMinutes: number) => {
    const bolus = { dose: { softMaximum: '0.1 mg/kg' }, gapMinutes, most: 2 } as const;
    const library = { ...EVERY_MODE, protocols: [{ ...PAIN_HOURS, bolus }] };
    return lintLibrary(library).filter((finding) => JSON.stringify(finding).includes('bolus.gapMinutes'));
  };

  it('may be nothing and not less', () => {
    expect(withGap(15)).toEqual([]);
    expect(withGap(0)).toEqual([]);
    expect(withGap(-5)).not.toEqual([]);
  });
});
