import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../src/core/crosscheck/planBackward.ts';
import type { PlanHardLimits, PlanInput } from '../../../src/core/dosing/planInput.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { MOOD_40 } from '../../fixtures/libraries/everyMode.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';
import { FIRST_SESSION, moodInput } from '../../support/moodPlan.ts';

function sumOf(input: PlanInput) {
  const sum = planSum(input);
  if (!sum.ok) throw new Error(sum.failure.kind);
  return sum.value;
}

const settings = (input: PlanInput) => {
  const { volume, rate } = sumOf(input);
  return [quantityText(volume.set), volume.inner, quantityText(rate.set), rate.inner];
};

describe('when only rounding would cross a hard limit', () => {
  it('the volume takes the step inside: 1 mg/kg is never exceeded by the pump', () => {
    // 1 mg/kg × 46.38 kg = 46.38 mL, nearest step 46.4, which is 1.0004 mg/kg.
    expect(settings(moodInput('1', '46.38', '40')).slice(0, 2)).toEqual(['46.3 mL', true]);
    expect(settings(moodInput('1', '46.38', '40', NO_HARD_LIMITS)).slice(0, 2)).toEqual(['46.4 mL', false]);
    // 0.1 mg/kg × 46.32 kg = 4.632 mL, nearest 4.6, which is 0.0993 mg/kg.
    expect(settings(moodInput('0.1', '46.32', '40')).slice(0, 2)).toEqual(['4.7 mL', true]);
  });

  it('a total is a limit like a dose per kg', () => {
    const total = { ...NO_HARD_LIMITS, dose: { maximum: readQuantity('36.26 mg', 'mg') } };
    expect(settings(moodInput('0.5', '72.52', '40', total)).slice(0, 2)).toEqual(['36.2 mL', true]);
  });

  it('the rate takes the step inside, by dose rate and by duration', () => {
    // 72.5 kg, 30 min: 36.2 mL would run 29 min 57.5 s at 72.5 mL/h, and 30 min is the shortest allowed.
    expect(settings(moodInput('0.5', '72.5', '30'))).toEqual(['36.2 mL', false, '72.4 mL/h', true]);
    // 2 mg/kg/h is the highest: 1 mg/kg over 30 min at 46.34 kg is 92.68 mL/h, nearest 92.7; 46.3 mL takes 92.6.
    expect(settings(moodInput('1', '46.34', '30'))).toEqual(['46.3 mL', false, '92.6 mL/h', true]);
    // 52.68 kg: the volume goes inside to 52.6 mL, so the rate has to go to 105.2, two steps from 105.4.
    expect(settings(moodInput('1', '52.68', '30'))).toEqual(['52.6 mL', true, '105.2 mL/h', true]);
    // 60 min is the longest: 36.3 mL at 36.2 mL/h would run a little longer.
    expect(settings(moodInput('0.5', '72.53', '60'))).toEqual(['36.3 mL', false, '36.3 mL/h', false]);
  });

  it('the rate takes the step inside by the dose rate alone, at either end', () => {
    const limited = (doseRate: PlanHardLimits['doseRate']) => ({ ...NO_HARD_LIMITS, doseRate });
    const threeQuarters = readQuantity('0.75 mg/kg/h', 'mg/kg/h');
    // 72.5 kg: 54.375 mL/h, nearest 54.4, which is 0.7503 mg/kg/h.
    const high = limited({ maximum: threeQuarters });
    expect(settings(moodInput('0.5', '72.5', '40', high)).slice(2)).toEqual(['54.3 mL/h', true]);
    expect(settings(moodInput('0.5', '72.5', '40', NO_HARD_LIMITS)).slice(2)).toEqual(['54.4 mL/h', false]);
    // 72.46 kg: 54.345 mL/h, nearest 54.3, which is 0.7494 mg/kg/h.
    const low = limited({ minimum: threeQuarters });
    expect(settings(moodInput('0.5', '72.46', '40', low)).slice(2)).toEqual(['54.4 mL/h', true]);
    expect(settings(moodInput('0.5', '72.46', '40', NO_HARD_LIMITS)).slice(2)).toEqual(['54.3 mL/h', false]);
  });

  it('and the working says so', () => {
    const input = moodInput('1', '46.38', '40');
    const lines = planWorking(input, sumOf(input)).filter(({ step }) => step === 'pumpVolume');
    expect(lines.map(({ calculation, result }) => `${calculation} = ${result}`)).toEqual([
      '46.38\u00a0mL, step 0.1\u00a0mL, −0.17\u00a0% from rounding, to the step inside the hard limit = 46.3\u00a0mL',
    ]);
  });

  it('nothing is passed: no plan the limits let through gives more than a hard limit', () => {
    const arbitrary = fc.tuple(
      fc.constantFrom('0.1', '0.25', '0.5', '0.999', '1'),
      fc.integer({ min: 3000, max: 9999 }).map((n) => (n / 100).toFixed(2)),
      fc.constantFrom('30', '31', '40', '59', '60'),
    );
    fc.assert(
      fc.property(arbitrary, ([dose, weight, minutes]) => {
        const input = moodInput(dose, weight, minutes);
        const sum = planSum(input);
        if (!sum.ok) return;
        const hard = planBreaches(input, sum.value, MOOD_40, FIRST_SESSION).filter(
          ({ strength }) => strength === 'hard',
        );
        const { volume, rate, achieved } = sum.value;
        expect(disagreements(input, sum.value)).toEqual([]);
        // Every exact value is inside here but for the total and the rate at 30 min, so roundings are what is left.
        expect(hard.filter(({ value }) => value === 'dose' || value === 'duration')).toEqual([]);
        expect(volume.inner || rate.inner || achieved.dose.value.numerator > 0n).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is ordered beyond a limit', () => {
  it('stays on its nearest step, for the limit to be named', () => {
    expect(settings(moodInput('1.001', '46.38', '40')).slice(0, 2)).toEqual(['46.4 mL', false]);
    // 4.586 mL of 0.099 mg/kg where 0.1 mg/kg, 4.632 mL, is the least: 4.6 mL is not raised to 4.7.
    expect(settings(moodInput('0.099', '46.32', '40')).slice(0, 2)).toEqual(['4.6 mL', false]);
    const input = moodInput('5', '46.38', '40');
    expect(planBreaches(input, sumOf(input), MOOD_40, FIRST_SESSION)[0]).toMatchObject({
      value: 'dose',
      strength: 'hard',
      actual: '5 mg/kg',
      source: 'EXAMPLE values for training, not for clinical use',
    });
  });

  it('and a limit narrower than a step leaves the nearest', () => {
    const narrow = {
      ...NO_HARD_LIMITS,
      dose: { minimum: readQuantity('36.25 mg', 'mg'), maximum: readQuantity('36.28 mg', 'mg') },
    };
    expect(settings(moodInput('0.5', '72.52', '40', narrow)).slice(0, 2)).toEqual(['36.3 mL', false]);
  });
});

describe('the second engine', () => {
  it('refuses an inner step that no limit asked for, and one that is still outside', () => {
    const input = moodInput('1', '46.38', '40');
    const sum = sumOf(input);
    expect(disagreements({ ...input, hard: NO_HARD_LIMITS }, sum)).toContain('pumpVolume');
    const further = { ...sum.volume, set: readQuantity('46.2 mL', 'mL') };
    expect(disagreements(input, { ...sum, volume: further })).toContain('pumpVolume');
    const halfStep = { ...sum.volume, set: readQuantity('46.35 mL', 'mL') };
    expect(disagreements(input, { ...sum, volume: halfStep })).toContain('pumpVolume');
    const nearest = { ...sum.volume, set: readQuantity('46.4 mL', 'mL') };
    expect(disagreements(input, { ...sum, volume: nearest })).toContain('pumpVolume');
  });
});
