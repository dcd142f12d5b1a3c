import { describe, expect, it } from 'vitest';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { type LimitBreach, valueBreaches } from '../../../src/core/library/limits.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { formatQuantity } from '../../../src/core/quantity/format.ts';
import { parseQuantity } from '../../../src/core/quantity/parseQuantity.ts';
import {
  convert,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
  UNITS,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { add, compare, multiply, type Rational, rational } from '../../../src/core/quantity/rational.ts';
import { isSameDimension, measureOf } from '../../../src/core/quantity/units.ts';
import { limitRefusal } from '../../../src/core/session/decisions/authorisePlan.ts';
import { randomFrom } from '../../prove/random.ts';
import { type LibraryPlan, libraryPlans, plansTimes, withDose } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';

const SEED = 1;
const random = randomFrom(SEED);

/** A value above 0 that ends, as a person can type one. */
function typeable<U extends Unit>(unit: U): Quantity<U> {
  const digits = BigInt(1 + random.whole(10 ** (1 + random.whole(6))));
  return quantity(rational(digits, 10n ** BigInt(random.whole(5))), unit);
}

const PAIRS = UNITS.flatMap((from) => UNITS.map((to) => [from, to] as const));

/** The pairs of units, each with a value of its own, for which something does not hold. */
function pairsWhere(isWrong: (value: Quantity, to: Unit) => boolean): readonly string[] {
  return PAIRS.filter(([from, to]) => isWrong(typeable(from), to)).map(([from, to]) => `${from} as ${to}`);
}

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

describe('a value and its unit, over every pair of units', () => {
  it('are read back as they were written, and never in another unit', () => {
    const wrong = pairsWhere((value, to) => {
      const text = quantityText(value);
      if (value.unit !== to) return !throws(() => readQuantity(text, to));
      return quantityText(readQuantity(text, to)) !== text;
    });
    expect(wrong).toEqual([]);
  });

  it('are taken as typed by a field of that unit, and refused by a field of any other', () => {
    const wrong = pairsWhere((value, to) => {
      const parsed = parseQuantity(quantityText(value), { units: [to], takes: to });
      if (value.unit !== to) return parsed.ok;
      return !parsed.ok || quantityText(parsed.value) !== quantityText(value);
    });
    expect(wrong).toEqual([]);
  });

  it('come back exactly from any unit of the same kind, and go into no unit of another', () => {
    const wrong = pairsWhere((value, to) => {
      const isOfOneKind = isSameDimension(measureOf(value.unit).dimension, measureOf(to).dimension);
      if (!isOfOneKind) return !throws(() => convert(value, to));
      const there = quantityText(convert(value, to));
      const back = convert(readQuantity(there, to), value.unit);
      return quantityText(back) !== quantityText(value);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a thousand times a dose, for every drug of the library', () => {
  const plans = libraryPlans().map((plan) => [plan.name, plan] as const);
  const cases = plansTimes({ 'a thousand times': rational(1_000n), 'a thousandth of': rational(1n, 1_000n) });

  it.each(cases)(
    '%s: %s any dose within its limits is stopped hard in its field',
    (_name, _slip, factor, plan) => {
      const stopped = allowedDoses(plan, rational(1n, 1_000n)).map((dose) =>
        valueBreaches('dose', plan.protocol, times(dose, factor)).map(({ strength }) => strength),
      );
      expect(stopped.length).toBeGreaterThan(100);
      expect(stopped.filter((strengths) => strengths[0] !== 'hard')).toEqual([]);
    },
  );

  it.each(cases)(
    '%s: %s any dose within its limits is not authorised, whatever reasons are given',
    (_name, _slip, factor, plan) => {
      const passed = allowedDoses(plan, rational(1n, 100n)).filter((dose) => {
        const input = withDose(plan, times(dose, factor));
        const sum = planSum(input);
        if (!sum.ok) return sum.failure.kind !== 'pumpStepTooCoarse';
        return !isStoppedHard(planBreaches(input, sum.value, plan.protocol, FIRST_SESSION));
      });
      expect(passed.map(quantityText)).toEqual([]);
    },
  );

  it.each(plans)(
    '%s: the dose rate stands in mg/kg/h and in mcg/kg/min, the second 1,000 ÷ 60 of the first',
    (_name, plan) => {
      for (const dose of allowedDoses(plan, rational(1n, 100n))) {
        const sum = planSum(withDose(plan, dose));
        if (!sum.ok) throw new Error(sum.failure.kind);
        const inMicrograms = quantity(
          multiply(sum.value.doseRate.value, rational(1_000n, 60n)),
          'mcg/kg/min',
        );
        expect(formatQuantity(sum.value.doseRateMicrograms)).toBe(formatQuantity(inMicrograms));
      }
    },
  );
});

/** Every dose from the lower to the upper hard limit, in steps of so many mg/kg. */
function allowedDoses({ protocol }: LibraryPlan, step: Rational): readonly Quantity<'mg/kg'>[] {
  const { hardMinimum, hardMaximum } = protocol.dose;
  if (hardMinimum === undefined || hardMaximum === undefined)
    throw new Error(`${protocol.name} has no hard limits on its dose.`);
  const most = readQuantity(hardMaximum, 'mg/kg').value;
  const doses: Quantity<'mg/kg'>[] = [];
  for (let at = readQuantity(hardMinimum, 'mg/kg').value; compare(at, most) <= 0; at = add(at, step))
    doses.push(quantity(at, 'mg/kg'));
  return doses;
}

function times(dose: Quantity<'mg/kg'>, factor: Rational): Quantity<'mg/kg'> {
  return quantity(multiply(dose.value, factor), 'mg/kg');
}

/** True when not even a reason for every limit there is lets it through. */
function isStoppedHard(breaches: readonly LimitBreach[]): boolean {
  const reasons = breaches.map(({ strength, side, value }) => ({
    limit: `${strength} ${side} ${value}`,
    reason: 'ordered by prescriber',
  }));
  return limitRefusal(breaches, reasons)?.kind === 'hardLimits';
}
