import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../src/core/dosing/planInput.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import { answered, readFields } from '../../support/exactText.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';

/** 36 mg for 72 kg, 36 mL at 1 mg per mL from a 50 mL syringe. */
const REFERENCE = {
  dosePerKg: '0.5 mg/kg',
  weight: '72 kg',
  duration: '40 min',
  amount: '50 mg',
  strength: '10 mg/mL',
  volume: '50 mL',
  mixing: 'madeUpTo',
  containerVolume: '50 mL',
  rateStep: '0.1 mL/h',
  volumeStep: '0.1 mL',
};

const planned = (changed: Partial<typeof REFERENCE> = {}) => planSum(inputOf(changed));

const inputOf = (changed: Partial<typeof REFERENCE> = {}): PlanInput => ({
  ...readFields<PlanInput>({ ...REFERENCE, ...changed }),
  hard: NO_HARD_LIMITS,
});

describe('the edges of a plan', () => {
  it('lets a container be filled to the brim, and not a drop further', () => {
    expect(planned().ok).toBe(true);
    expect(planned({ containerVolume: '49.9 mL' })).toMatchObject({
      ok: false,
      failure: { kind: 'containerTooSmall', finalVolume: '50 mL', container: '49.9 mL' },
    });
  });

  it('says how much drug does not fit into the final volume', () => {
    expect(planned({ amount: '510 mg' })).toEqual({
      ok: false,
      failure: { kind: 'drugExceedsFinalVolume', drawUp: '51 mL', volume: '50 mL' },
    });
  });

  it.each([
    ['0.5 mg/kg', 1n],
    ['1 mg/kg', 2n],
    ['1.5 mg/kg', 3n],
  ])('counts the containers that %s takes', (dosePerKg, containers) => {
    // 72 kg and 36 mL in each container: 36, 72 and 108 mL are filled one, two and three times exactly.
    const sum = answered(planned({ dosePerKg, amount: '36 mg', volume: '36 mL' }));
    expect(sum.containers).toBe(containers);
  });

  it('counts one container more as soon as one is not enough', () => {
    const volumes = { amount: '36 mg', volume: '36 mL' };
    expect(answered(planned({ ...volumes, weight: '71.8 kg' })).containers).toBe(1n);
    expect(answered(planned({ ...volumes, weight: '72.2 kg' })).containers).toBe(2n);
  });

  it('is worked in steps that are named in their order', () => {
    const steps = (changed: Partial<typeof REFERENCE>) => {
      const input = inputOf(changed);
      return planWorking(input, answered(planSum(input))).map(({ step }) => step);
    };
    const named = ['dose', 'strength', 'volume', 'rate', 'pump'];
    const checked = ['backCheck', 'backCheckMicrograms', 'backToOrder', 'drawUp'];
    expect(steps({})).toEqual([...named, ...checked]);
    expect(steps({ weight: '72.5 kg' })).toEqual([...named, 'pumpVolume', ...checked]);
  });

  it('says that no overfill is counted where a container is added to', () => {
    const drawUp = (mixing: string) => {
      const input = inputOf({ mixing, containerVolume: '60 mL' });
      return planWorking(input, answered(planSum(input)))
        .at(-1)
        ?.calculation.replaceAll('\u00a0', ' ');
    };
    expect(drawUp('madeUpTo')).toBe('50 mg ÷ 10 mg per mL, then 45 mL diluent');
    expect(drawUp('addedTo')).toBe(
      '50 mg ÷ 10 mg per mL, then 50 mL diluent, measured: no overfill is counted',
    );
  });
});
