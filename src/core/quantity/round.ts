import { compareQuantities, minus, plus, type Quantity, quantity, type Unit } from './quantity.ts';
import { divide, multiply, type Rational, rational } from './rational.ts';

/**
 * The one place that rounds.
 *
 * Rule: to the nearest step; an exact half goes down (toward the smaller value), everywhere: pump rate, volume to
 * give, draw-up and display alike. Source: rounding policy of the plan screen, UX 3.6.
 */
export function roundToStep<U extends Unit>(value: Quantity<U>, step: Quantity<NoInfer<U>>): Quantity<U> {
  const steps = roundHalfDown(divide(value.value, step.value));
  return quantity(multiply(rational(steps), step.value), value.unit);
}

/** The last whole step up to `value`; a value on a step is its own. */
export function stepDown<U extends Unit>(value: Quantity<U>, step: Quantity<NoInfer<U>>): Quantity<U> {
  const nearest = roundToStep(value, step);
  return compareQuantities(nearest, value) > 0 ? minus(nearest, step) : nearest;
}

/** The first whole step from `value` on; a value on a step is its own. */
export function stepUp<U extends Unit>(value: Quantity<U>, step: Quantity<NoInfer<U>>): Quantity<U> {
  const nearest = roundToStep(value, step);
  return compareQuantities(nearest, value) < 0 ? plus(nearest, step) : nearest;
}

/** `value` to at most `decimals` places by the same rule. For display only; the exact value stays beside it. */
export function roundToDecimals(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  return rational(roundHalfDown(multiply(value, rational(scale))), scale);
}

/** True when `value` is a whole number of steps, as a pump or a syringe can be set. */
export function isOnGrid<U extends Unit>(value: Quantity<U>, step: Quantity<NoInfer<U>>): boolean {
  return divide(value.value, step.value).denominator === 1n;
}

function roundHalfDown(value: Rational): bigint {
  // ceil(value - 1/2): the nearest whole number, and the lower one at an exact half, for either sign.
  const doubled = 2n * value.numerator - value.denominator;
  const divisor = 2n * value.denominator;
  const towardZero = doubled / divisor;
  return doubled % divisor > 0n ? towardZero + 1n : towardZero;
}
