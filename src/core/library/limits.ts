import type { PlanInput } from '../dosing/planInput.ts';
import type { PlanSum } from '../dosing/planSum.ts';
import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
  type Unit,
} from '../quantity/quantity.ts';
import { compare, divide, type Rational } from '../quantity/rational.ts';
import type { LimitBand, Protocol } from './library.ts';

/** What a limit is set on. */
export type LimitedValue = 'dose' | 'total' | 'rate' | 'duration' | 'weight';

/** One limit passed. A hard one cannot be authorised, a soft one needs a reason. */
export type LimitBreach = {
  readonly value: LimitedValue;
  readonly strength: 'soft' | 'hard';
  readonly side: 'below' | 'above';
  readonly actual: QuantityText;
  readonly limit: QuantityText;
};

/** Names a breach, so that a reason can be tied to it: `soft above dose`. */
export function breachKey(breach: LimitBreach): string {
  return `${breach.strength} ${breach.side} ${breach.value}`;
}

/**
 * Every limit of the protocol a plan passes, worst first: hard before soft, and the one passed by the larger
 * factor first. A value equal to a limit is allowed. Soft limits are judged on the exact value; hard limits on the
 * exact value and on what the pump will really give (UX 7, head). Never clamps.
 */
export function planBreaches(input: PlanInput, sum: PlanSum, protocol: Protocol): readonly LimitBreach[] {
  const found = [
    ...bandBreaches('dose', protocol.dose, input.dosePerKg, sum.achieved.dosePerKg),
    ...bandBreaches('total', protocol.total, sum.dose, sum.achieved.dose),
    ...bandBreaches('rate', protocol.rate, sum.doseRate, sum.achieved.doseRate),
    ...bandBreaches('duration', protocol.duration, input.duration, input.duration),
    ...bandBreaches('weight', protocol.weight, input.weight, input.weight),
  ];
  return found
    .toSorted((left, right) => right.rank - left.rank || compare(right.factor, left.factor))
    .map(({ breach }) => breach);
}

/** The limits a single value passes, before there is a whole plan: for the field it is typed in. */
export function valueBreaches<U extends Unit>(
  value: LimitedValue,
  band: LimitBand<U>,
  typed: Quantity<U>,
): readonly LimitBreach[] {
  return bandBreaches(value, band, typed, typed).map(({ breach }) => breach);
}

type RankedBreach = { readonly breach: LimitBreach; readonly rank: number; readonly factor: Rational };

function bandBreaches<U extends Unit>(
  value: LimitedValue,
  band: LimitBand<U>,
  exact: Quantity<U>,
  achieved: Quantity<U>,
): readonly RankedBreach[] {
  const hard =
    outside(value, 'hard', band.hardMinimum, band.hardMaximum, exact) ??
    outside(value, 'hard', band.hardMinimum, band.hardMaximum, achieved);
  const breach = hard ?? outside(value, 'soft', band.softMinimum, band.softMaximum, exact);
  return breach ? [breach] : [];
}

function outside<U extends Unit>(
  value: LimitedValue,
  strength: LimitBreach['strength'],
  minimum: QuantityText<U> | undefined,
  maximum: QuantityText<U> | undefined,
  actual: Quantity<U>,
): RankedBreach | undefined {
  const rank = strength === 'hard' ? 1 : 0;
  const text = quantityText(actual);
  if (minimum !== undefined) {
    const limit = readQuantity(minimum, actual.unit);
    if (compareQuantities(actual, limit) < 0) {
      return {
        breach: { value, strength, side: 'below', actual: text, limit: minimum },
        rank,
        factor: divide(limit.value, actual.value),
      };
    }
  }
  if (maximum !== undefined) {
    const limit = readQuantity(maximum, actual.unit);
    if (compareQuantities(actual, limit) > 0) {
      return {
        breach: { value, strength, side: 'above', actual: text, limit: maximum },
        rank,
        factor: divide(actual.value, limit.value),
      };
    }
  }
  return undefined;
}
