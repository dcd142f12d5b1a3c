import { countedSum } from '../../src/core/dosing/countedPlan.ts';
import { WEIGHT_BASES } from '../../src/core/dosing/dosingWeight.ts';
import type { Ends } from '../../src/core/dosing/innerStep.ts';
import type { PlanInput } from '../../src/core/dosing/planInput.ts';
import { planSum } from '../../src/core/dosing/planSum.ts';
import { RATE_UNITS } from '../../src/core/library/orderUnits.ts';
import { type PlanWeight, planWeight } from '../../src/core/library/planWeight.ts';
import {
  derive,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
  wholeQuantity,
} from '../../src/core/quantity/quantity.ts';
import { multiply, rational } from '../../src/core/quantity/rational.ts';
import { orderedInput } from '../../src/core/session/orderInput.ts';
import { type ProvedCase, rateStep, volumeStep } from './provedCase.ts';
import { between, drawn, type Random } from './random.ts';

/** Hard limits at a value, a hair or a tenth beside it, or none: where a rounding crosses them. */
function endsAround<U extends 'mg' | 'mg/kg/h' | 'min'>(random: Random, value: Quantity<U>): Ends<U> {
  const beside = (side: 1n | -1n): Quantity<U> | undefined => {
    if (random.chance(3)) return undefined;
    const parts = random.pick([10n, 1_000n, 100_000n]);
    const share = random.chance(2) ? rational(1n) : rational(parts + side, parts);
    return quantity(multiply(value.value, share), value.unit);
  };
  return { minimum: beside(-1n), maximum: beside(1n) };
}

/** What a plan is made of besides its order, with a container for it that is large enough. */
function made(random: Random) {
  return {
    mixing: random.pick(['madeUpTo', 'addedTo'] as const),
    strength: between(random, 1, 500, 'mg/mL'),
    rateStep: rateStep(random),
    volumeStep: volumeStep(random),
    containerVolume: readQuantity('5000 mL', 'mL'),
  };
}

function hardAround(random: Random, { dosePerKg, weight, duration }: ReturnType<typeof orderedInput>) {
  return {
    dose: endsAround(random, derive('mg', [dosePerKg, weight])),
    doseRate: endsAround(random, derive('mg/kg/h', [dosePerKg], [duration])),
    duration: endsAround(random, duration),
  };
}

/** The measured weight, or one a formula or a cap makes of it where that holds for the body. */
function dosedWeight(random: Random): PlanWeight {
  const weight = between(random, 1, 200, 'kg');
  if (random.chance(2)) return { weight };
  const cap = random.chance(3) ? { cap: quantityText(between(random, 40, 150, 'kg')) } : {};
  const height = quantityText(between(random, 140, 200, 'cm'));
  const body = { sex: random.pick(['female', 'male'] as const), height };
  const made = planWeight({ basis: random.pick(WEIGHT_BASES), ...cap }, weight, body);
  if (!made.ok && made.failure.kind === 'enginesDisagree')
    throw new Error('The engines disagree on a weight.');
  return made.ok ? made.value : { weight };
}

/** For hours or days from syringes or bags that are empty, or may no longer be used, before its end. */
function longPlan(random: Random): PlanInput {
  const dosed = dosedWeight(random);
  const { weight } = dosed;
  const duration = between(random, 30, 5_760, 'min');
  const ordered = between(random, 1, 60, random.pick(RATE_UNITS));
  const order = orderedInput(ordered, duration, dosed);
  // So much that one container lasts for a twentieth of the time up to three times of it.
  const parts = rational(BigInt(1 + random.whole(60)), 20n);
  const inOne = quantity(multiply(derive('mg', [order.dosePerKg, weight]).value, parts), 'mg');
  return {
    ...order,
    ...made(random),
    amount: inOne,
    volume: between(random, 10, 1_000, 'mL'),
    strength: between(random, 1, 500, 'mg/mL'),
    ...(random.chance(2) ? { useBy: between(random, 60, 2_880, 'min') } : {}),
    hard: random.chance(4) ? hardAround(random, order) : { dose: {}, doseRate: {}, duration: {} },
  };
}

export const PLAN_CASES: readonly ProvedCase[] = [
  {
    name: 'plan of a dose over time',
    ask: (random) => {
      const order = {
        dosePerKg: drawn(random, 'mg/kg'),
        weight: between(random, 1, 400, 'kg'),
        duration: between(random, 1, 1_440, 'min'),
      };
      return planSum({
        ...order,
        ...made(random),
        amount: between(random, 1, 10_000, 'mg'),
        volume: between(random, 1, 3_000, 'mL'),
        hard: hardAround(random, order),
      });
    },
  },
  {
    name: 'plan of a rate from several containers',
    ask: (random) => planSum(longPlan(random)),
  },
  {
    name: 'plan of counted doses',
    ask: (random) => {
      // On the marks of a syringe more often than not: 0.1 to 3 mL.
      const volume = quantity(rational(BigInt(1 + random.whole(30)), 10n), 'mL');
      const strength = between(random, 1, 200, 'mg/mL');
      return countedSum({
        kind: random.pick(['spray', 'injection']),
        perDose: random.chance(4) ? drawn(random, 'mg') : derive('mg', [volume, strength]),
        doses: BigInt(1 + random.whole(8)),
        gap: wholeQuantity(BigInt(random.whole(61)), 'min'),
        strength,
        deadSpace: quantity(rational(BigInt(random.whole(3)), 10n), 'mL'),
        doseMaximum: between(random, 1, 5, 'mL'),
        weight: between(random, 1, 200, 'kg'),
      });
    },
  },
];
