import {
  addDependencies,
  compareDependencies,
  create,
  divideDependencies,
  type FactoryFunctionMap,
  type Fraction,
  fractionDependencies,
  type MathJsInstance,
  multiplyDependencies,
  subtractDependencies,
} from 'mathjs';
import type { Rational } from '../quantity/rational.ts';

/**
 * mathjs with fractions, for the answers of the second engine that have no dimension: a fit of body size adds kilograms
 * to centimetres. One private instance, with `number: 'Fraction'` for the reason told in `exactUnits.ts`.
 */
const math = create(
  {
    addDependencies,
    compareDependencies,
    divideDependencies,
    fractionDependencies,
    multiplyDependencies,
    subtractDependencies,
  } as FactoryFunctionMap,
  { number: 'Fraction' },
) as MathJsInstance;

/** An exact fraction of mathjs. */
export type Exact = Fraction;

/** Our number as a mathjs fraction, handed over as text so that no float is ever made. */
export function exact(value: Rational): Exact {
  return math.fraction(`${value.numerator}/${value.denominator}`);
}

/** A constant of the second engine, from its decimal text: `0.007184`. */
export function decimal(text: string): Exact {
  return math.fraction(text);
}

export function sum(...terms: readonly Exact[]): Exact {
  return terms.reduce((left, right) => math.add(left, right) as Exact);
}

export function difference(minuend: Exact, subtrahend: Exact): Exact {
  return math.subtract(minuend, subtrahend) as Exact;
}

export function multiple(...factors: readonly Exact[]): Exact {
  return factors.reduce((left, right) => math.multiply(left, right) as Exact);
}

export function ratio(dividend: Exact, divisor: Exact): Exact {
  return math.divide(dividend, divisor) as Exact;
}

/** Below 0, 0 or above 0, as `left` is smaller than, equal to or larger than `right`. */
export function order(left: Exact, right: Exact): number {
  return Number(math.compare(left as never, right as never));
}
