import type { PlanInput } from '../../src/core/dosing/planInput.ts';
import { planSum } from '../../src/core/dosing/planSum.ts';
import { planWorking } from '../../src/core/dosing/planWorking.ts';
import { quantity, readQuantity } from '../../src/core/quantity/quantity.ts';
import { rational } from '../../src/core/quantity/rational.ts';
import { NO_HARD_LIMITS } from '../support/hardLimits.ts';
import { type Measure, p99, rounded } from './measure.ts';

const RUNS = 2_000;
const WARM_UP = 500;
/** DESIGN 9: full recalculation of a plan with both engines, p99. */
const GOAL_MILLISECONDS = 3;

/** A plan with both engines and its working, beside the same sum in bare floats. */
export function measurePlan(): readonly Measure[] {
  const inputs = Array.from({ length: RUNS }, (_, index) => inputAt(index));
  const value = p99(RUNS, WARM_UP, (index) => {
    const input = inputs[index % RUNS];
    const sum = input && planSum(input);
    if (!input || !sum?.ok) throw new Error('The plan of the bench is refused.');
    planWorking(input, sum.value);
  });
  let kept = 0;
  const floor = p99(RUNS, WARM_UP, (index) => {
    kept += inFloats(0.5, 40 + (index % 80), 40, 1);
  });
  if (kept <= 0) throw new Error('The floor of the bench did nothing.');
  const shared = { value: rounded(value), floor: rounded(floor), unit: 'ms' };
  return [
    { name: 'plan', ...shared, ratio: null, goal: GOAL_MILLISECONDS },
    { name: 'plan to bare floats', ...shared, ratio: rounded(value / floor), goal: null },
  ];
}

function inputAt(index: number): PlanInput {
  return {
    dosePerKg: quantity(rational(BigInt(250 + (index % 500)), 1_000n), 'mg/kg'),
    weight: quantity(rational(BigInt(400 + (index % 800)), 10n), 'kg'),
    duration: readQuantity('40 min', 'min'),
    amount: readQuantity('100 mg', 'mg'),
    volume: readQuantity('100 mL', 'mL'),
    mixing: index % 2 === 0 ? 'madeUpTo' : 'addedTo',
    strength: readQuantity('10 mg/mL', 'mg/mL'),
    rateStep: readQuantity('0.1 mL/h', 'mL/h'),
    volumeStep: readQuantity('0.1 mL', 'mL'),
    containerVolume: readQuantity('500 mL', 'mL'),
    hard: NO_HARD_LIMITS,
  };
}

/** What a spreadsheet would do: dose, volume, rate and the way back, without units and without a second engine. */
function inFloats(dosePerKg: number, weight: number, minutes: number, concentration: number): number {
  const dose = dosePerKg * weight;
  const volume = dose / concentration;
  const rate = (volume / minutes) * 60;
  return Math.round(rate * 10) / 10 + (rate * concentration) / weight;
}
