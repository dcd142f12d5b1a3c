import {
  addDependencies,
  create,
  createUnitDependencies,
  divideDependencies,
  type FactoryFunctionMap,
  type Fraction,
  fractionDependencies,
  type MathJsInstance,
  type Unit as MathUnit,
  multiplyDependencies,
  unitDependencies,
} from 'mathjs';
import type { Quantity, Unit } from '../quantity/quantity.ts';

/**
 * mathjs with fractions only, the arithmetic of the second engine. One private instance: nothing else in the
 * program imports mathjs.
 *
 * `number: 'Fraction'` is what keeps it exact: with the default configuration a created unit holds its factor as
 * a float, and a rate of 5 mcg/kg/min came out as 0 without an error.
 */
const math = create(
  {
    addDependencies,
    createUnitDependencies,
    divideDependencies,
    fractionDependencies,
    multiplyDependencies,
    unitDependencies,
  } as FactoryFunctionMap,
  { number: 'Fraction' },
) as MathJsInstance;

// Body weight is a dimension of its own: 70 kg of patient must never cancel against 5 mg of drug.
math.createUnit('bodykg');
math.createUnit('mcg', '1 ug');

/** How each unit of ours is spelt in mathjs. Only these spellings are ever parsed. */
const SPELLING: Partial<Record<Unit, string>> = {
  mg: 'mg',
  mcg: 'mcg',
  mL: 'mL',
  kg: 'bodykg',
  min: 'minute',
  'mg/kg': 'mg/bodykg',
  'mg/mL': 'mg/mL',
  'mL/h': 'mL/hour',
  'mg/kg/h': 'mg/bodykg/hour',
  'mcg/kg/min': 'mcg/bodykg/minute',
};

export type Measured = MathUnit;

/** Our quantity as a mathjs unit, handed over as text so that no float is ever made. */
export function measured(value: Quantity): Measured {
  const spelling = SPELLING[value.unit];
  if (spelling === undefined) throw new Error(`The second engine has no unit ${value.unit}.`);
  const fraction = math.fraction(`${value.value.numerator}/${value.value.denominator}`);
  return math.unit(fraction as unknown as number, spelling);
}

/** Product with its dimension. */
export function product(...factors: readonly Measured[]): Measured {
  return factors.reduce((left, right) => math.multiply(left, right) as Measured);
}

/** Quotient with its dimension. */
export function quotient(dividend: Measured, divisor: Measured): Measured {
  return math.divide(dividend, divisor) as Measured;
}

export function total(left: Measured, right: Measured): Measured {
  return math.add(left, right) as Measured;
}

/**
 * True when `result` is exactly `expected`, in dimension and in value. A wrong dimension is a disagreement,
 * not an exception.
 */
export function agrees(result: Measured, expected: Quantity): boolean {
  const difference = distance(result, expected);
  return difference !== undefined && difference.n === 0n;
}

/** True when `result` lies within half a `step` of `expected`, inclusive. */
export function agreesWithinHalfStep(result: Measured, expected: Quantity, step: Quantity): boolean {
  const difference = distance(result, expected);
  if (!difference) return false;
  const half = math.fraction(`${step.value.numerator}/${step.value.denominator * 2n}`) as unknown as Fraction;
  return (difference as unknown as ComparableFraction).compare(half) <= 0;
}

type ComparableFraction = { compare(other: unknown): number };

function distance(result: Measured, expected: Quantity): { n: bigint; d: bigint } | undefined {
  const spelling = SPELLING[expected.unit];
  if (spelling === undefined || typeof result?.toNumeric !== 'function') return undefined;
  if (!result.equalBase(measured(expected))) return undefined;
  const value = result.toNumeric(spelling) as unknown as {
    sub(other: unknown): { abs(): { n: bigint; d: bigint } };
  };
  const wanted = math.fraction(`${expected.value.numerator}/${expected.value.denominator}`);
  return value.sub(wanted).abs();
}
