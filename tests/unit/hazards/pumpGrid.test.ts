import { describe, expect, it } from 'vitest';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { type PumpRange, pumpRate } from '../../../src/core/dosing/pumpRounding.ts';
import { pumpSetting } from '../../../src/core/dosing/pumpSetting.ts';
import type { DoseOverTimeProtocol } from '../../../src/core/library/library.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import {
  compareQuantities,
  type Quantity,
  quantity,
  quantityText,
} from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import { read } from '../../support/exactText.ts';
import { HAZARD_TIMEOUT } from '../../support/hazardCases.ts';
import { type LibraryPlan, libraryPlans, withDose } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';

const PUMP: PumpRange = {
  step: read('0.1 mL/h'),
  minimum: read('0.1 mL/h'),
  maximum: read('1200 mL/h'),
};

/** Hundredths of a mL/h, from 0.1 to 1,200 mL/h. */
const RATES = Array.from({ length: 120_000 - 10 + 1 }, (_, index) => BigInt(index + 10));

function inHundredths(hundredths: bigint): Quantity<'mL/h'> {
  return quantity(rational(hundredths, 100n), 'mL/h');
}

/** The set rate in tenths; undefined when it is no whole number of them. */
function tenths({ value }: Quantity<'mL/h'>): bigint | undefined {
  const scaled = value.numerator * 10n;
  return scaled % value.denominator === 0n ? scaled / value.denominator : undefined;
}

describe('every rate from 0.1 to 1,200 mL/h in steps of 0.01, on a pump of 0.1 mL/h', () => {
  it('is set to a whole step, at most half a step away, the lower one in the middle', () => {
    const wrong = RATES.filter((hundredths) => {
      const set = tenths(pumpSetting(inHundredths(hundredths), PUMP.step).set);
      // The lower step up to and with its middle, the next one above.
      return set !== hundredths / 10n + (hundredths % 10n > 5n ? 1n : 0n);
    });
    expect(wrong).toEqual([]);
  });

  it(
    'is never set beyond a hard limit it keeps itself, nor changed by more than 5 %',
    () => {
      const wrong = RATES.filter((hundredths) => {
        const exact = inHundredths(hundredths);
        const isUpper = hundredths % 2n === 0n;
        const rate = pumpRate(exact, PUMP, isUpper ? { maximum: exact } : { minimum: exact });
        if (!rate.ok) return rate.failure.kind !== 'pumpStepTooCoarse' || hundredths > 200n;
        const set = tenths(rate.value.set);
        if (set === undefined) return true;
        const change = set * 10n - hundredths;
        return isUpper ? change > 0n || change <= -10n : change < 0n || change >= 10n;
      });
      expect(wrong.map((hundredths) => quantityText(inHundredths(hundredths)))).toEqual([]);
    },
    HAZARD_TIMEOUT,
  );
});

describe('a plan whose exact dose keeps a hard limit', () => {
  const plans = libraryPlans().map((plan) => [plan.name, plan] as const);

  it.each(plans)('%s: is judged by the dose and the rate that the pump really gives, too', (_name, plan) => {
    const judged = Array.from({ length: 600 }, (_, index) => judgedAtLimit(plan, 400n + BigInt(index)));
    expect(judged.filter(({ isRight }) => !isRight)).toEqual([]);
    expect(judged.some(({ isCrossed }) => isCrossed)).toBe(true);
    expect(judged.some(({ isCrossed }) => !isCrossed)).toBe(true);
  });
});

/** The usual dose for so many tenths of a kilogram, with its exact value as the hard limit on either side. */
function judgedAtLimit(plan: LibraryPlan, tenthsOfKilogram: bigint) {
  const input = {
    ...withDose(plan, plan.usual.dose),
    weight: quantity(rational(tenthsOfKilogram, 10n), 'kg'),
  };
  const sum = planSum(input);
  if (!sum.ok) throw new Error(sum.failure.kind);
  const exact = quantityText(input.dosePerKg);
  const rate = quantityText(sum.value.doseRate);
  const protocol: DoseOverTimeProtocol = {
    ...plan.protocol,
    dose: { hardMinimum: exact, hardMaximum: exact },
    rate: { hardMinimum: rate, hardMaximum: rate },
  };
  const { dosePerKg, doseRate } = sum.value.achieved;
  const breaches = planBreaches(input, sum.value, protocol, FIRST_SESSION);
  const actual = (value: 'dose' | 'rate') => breaches.find((breach) => breach.value === value)?.actual;
  const crossed = (value: Quantity, limit: Quantity) =>
    compareQuantities(value, limit) === 0 ? undefined : quantityText(value);
  const dose = crossed(dosePerKg, input.dosePerKg);
  return {
    weight: quantityText(input.weight),
    isCrossed: dose !== undefined,
    isRight: actual('dose') === dose && actual('rate') === crossed(doseRate, sum.value.doseRate),
  };
}
