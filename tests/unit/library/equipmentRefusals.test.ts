import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../src/core/dosing/planInput.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { equipmentRefusals } from '../../../src/core/library/equipmentRefusals.ts';
import type { PumpProfile } from '../../../src/core/library/library.ts';
import { type QuantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';

const PUMP: PumpProfile = {
  id: 'example',
  name: 'EXAMPLE pump',
  rateStep: '0.1 mL/h',
  volumeStep: '0.1 mL',
  rateMinimum: '1 mL/h',
  rateMaximum: '54 mL/h',
};

type Plan = {
  readonly weight: QuantityText<'kg'>;
  readonly duration: QuantityText<'min'>;
  readonly amount: QuantityText<'mg'>;
};

/** 0.5 mg/kg from 10 mg per mL, made up to 50 mL. */
function refusals({ weight, duration, amount }: Plan, pump: PumpProfile = PUMP) {
  const input: PlanInput = {
    dosePerKg: readQuantity('0.5 mg/kg', 'mg/kg'),
    weight: readQuantity(weight, 'kg'),
    duration: readQuantity(duration, 'min'),
    amount: readQuantity(amount, 'mg'),
    volume: readQuantity('50 mL', 'mL'),
    mixing: 'madeUpTo',
    strength: readQuantity('10 mg/mL', 'mg/mL'),
    rateStep: readQuantity(pump.rateStep, 'mL/h'),
    volumeStep: readQuantity(pump.volumeStep, 'mL'),
    containerVolume: readQuantity('50 mL', 'mL'),
    hard: NO_HARD_LIMITS,
  };
  const sum = planSum(input);
  if (!sum.ok) throw new Error(sum.failure.kind);
  return equipmentRefusals(sum.value, pump);
}

const REFERENCE: Plan = { weight: '72 kg', duration: '40 min', amount: '50 mg' };

describe('what pump and container can do', () => {
  it('takes in the highest and the lowest rate of the pump', () => {
    expect(refusals(REFERENCE)).toEqual([]);
    expect(refusals(REFERENCE, { ...PUMP, rateMinimum: '54 mL/h' })).toEqual([]);
  });

  it('ends one step above and one step below, as the pump would be set', () => {
    const range = { minimum: '1 mL/h', maximum: '54 mL/h' };
    // 36.05 mL in 40 min are 54.075 mL/h, set to 54.1.
    expect(refusals({ ...REFERENCE, weight: '72.1 kg' })).toEqual([
      { kind: 'rateOutsidePumpRange', rate: '54.1 mL/h', ...range },
    ]);
    // 54.03 mL/h is set to 54, which the pump runs.
    expect(refusals({ ...REFERENCE, weight: '72.04 kg' })).toEqual([]);
    expect(refusals({ ...REFERENCE, weight: '2.4 kg', duration: '80 min' })).toEqual([
      { kind: 'rateOutsidePumpRange', rate: '0.9 mL/h', ...range },
    ]);
  });

  it('is no stop for one container more, up to as many as are planned', () => {
    const full: Plan = { weight: '72 kg', duration: '60 min', amount: '36 mg' };
    expect(refusals(full)).toEqual([]);
    expect(refusals({ ...full, weight: '72.1 kg' })).toEqual([]);
    // 20 containers of 50 mL are 1,000 mL.
    expect(refusals({ ...full, amount: '1.8 mg', duration: '1200 min' })).toEqual([]);
    expect(refusals({ ...full, amount: '1.7 mg', duration: '1200 min' })).toEqual([
      { kind: 'tooManyContainers' },
    ]);
  });

  it('takes in twenty containers, and not one more', () => {
    const kinds = (amount: QuantityText<'mg'>) => refusals({ ...REFERENCE, amount }).map(({ kind }) => kind);
    // 36 mg from 1.8 mg in each 50 mL.
    expect(kinds('1.8 mg')).not.toContain('tooManyContainers');
    expect(kinds('1.7 mg')).toContain('tooManyContainers');
  });

  it('is said all at once', () => {
    expect(refusals({ ...REFERENCE, amount: '1 mg' }).map(({ kind }) => kind)).toEqual([
      'rateOutsidePumpRange',
      'tooManyContainers',
    ]);
  });
});
