import { type Quantity, quantity } from '../quantity/quantity.ts';
import {
  compare,
  divide,
  magnitude,
  multiply,
  type Rational,
  rational,
  subtract,
} from '../quantity/rational.ts';
import { roundToStep } from '../quantity/round.ts';

/** A value as worked out and as the pump can be set, side by side. */
export type PumpSetting<U extends 'mL/h' | 'mL'> = {
  readonly exact: Quantity<U>;
  readonly set: Quantity<U>;
  /** (set − exact) ÷ exact × 100. */
  readonly changePercent: Rational;
};

/** Above this change a rounding is said aloud. Source: UX 3.6. */
const SAID_ABOVE = rational(1n);
/** Above this change a plan is refused. Source: UX 3.6. */
const REFUSED_ABOVE = rational(5n);
const HUNDRED = rational(100n);

/** `exact` on the pump's grid, nearest step, an exact half down. Refusing a large change is the caller's part. */
export function pumpSetting<U extends 'mL/h' | 'mL'>(exact: Quantity<U>, step: Quantity<U>): PumpSetting<U> {
  const set = roundToStep(exact, step);
  return { exact, set, changePercent: changePercent(exact.value, set.value) };
}

/** (to − from) ÷ from × 100, exact. */
export function changePercent(from: Rational, to: Rational): Rational {
  return multiply(divide(subtract(to, from), from), HUNDRED);
}

export type RoundingWeight = 'small' | 'said' | 'refused';

/** How much a rounding matters: up to 1 % small, up to 5 % said, above that refused. */
export function roundingWeight(change: Rational): RoundingWeight {
  const size = magnitude(change);
  if (compare(size, REFUSED_ABOVE) > 0) return 'refused';
  return compare(size, SAID_ABOVE) > 0 ? 'said' : 'small';
}

/** The steps of the pump nearest to a value: one, or at an exact half both neighbours. Source: UX 2.4. */
export function withinHalfStep<U extends 'mL/h' | 'mL'>(
  typed: Quantity<U>,
  exact: Quantity<U>,
  step: Quantity<U>,
): boolean {
  const half = quantity(divide(step.value, rational(2n)), step.unit);
  return compare(magnitude(subtract(typed.value, exact.value)), half.value) <= 0;
}
