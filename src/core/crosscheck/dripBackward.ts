import type { DripRate, DripRateInput } from '../dosing/dripRate.ts';
import { wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import { failed } from './agreement.ts';
import {
  agrees,
  agreesWithinHalfStep,
  isWholeSteps,
  measured,
  product,
  quotient,
  scaled,
  total,
} from './exactUnits.ts';

const ONE_DROP = wholeQuantity(1n, 'gtt/min');

export type DripRateDisagreement = 'rate' | 'wholeDrops' | 'achieved' | 'change';

/**
 * Drops ÷ drop factor must be the rate again; the set drops must be whole, the nearest, and the lower ones at a half;
 * exact drops × (1 + change) must be the set ones.
 */
export function dripRateDisagreements(
  { rate, dropFactor }: DripRateInput,
  { exact, set, achieved, changePercent }: DripRate,
): readonly DripRateDisagreement[] {
  const half = scaled(measured(ONE_DROP), rational(1n, 2n));
  const { numerator, denominator } = changePercent;
  const change = scaled(measured(exact), rational(numerator, denominator * 100n));
  return failed({
    rate: agrees(quotient(measured(exact), measured(dropFactor)), rate),
    wholeDrops:
      isWholeSteps(measured(set), ONE_DROP) &&
      agreesWithinHalfStep(measured(set), exact, ONE_DROP) &&
      !agrees(total(measured(exact), half), set),
    achieved: agrees(product(measured(achieved), measured(dropFactor)), set),
    change: agrees(total(measured(exact), change), set),
  });
}
