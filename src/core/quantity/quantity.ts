import { add, compare, divide, multiply, type Rational, rational, subtract, terminates } from './rational.ts';
import {
  combinedDimension,
  conversionFactor,
  type Dimension,
  isSameDimension,
  measureOf,
  type Unit,
} from './units.ts';

export { UNITS, type Unit } from './units.ts';

/**
 * An exact number that cannot be parted from its unit. `Quantity<'mg/kg'>` does not fit where `Quantity<'mg'>`
 * is wanted: the compiler refuses it.
 */
export type Quantity<U extends Unit = Unit> = { readonly unit: U; readonly value: Rational };

/**
 * A quantity as stored in an event and sent between processes: `54 mL/h`, `1000/3 mL/h`. A terminating value is
 * written in full; any other as a fraction, so nothing is lost.
 */
export type QuantityText<U extends Unit = Unit> = `${string} ${U}`;

const EXACT_TEXT = /^(-?\d+)(?:\.(\d+)|\/(\d+))? (.+)$/;

export function quantity<U extends Unit>(value: Rational, unit: U): Quantity<U> {
  return { unit, value };
}

/** A whole number of a unit, for constants of the program's own (`wholeQuantity(60n, 'min')`). */
export function wholeQuantity<U extends Unit>(value: bigint, unit: U): Quantity<U> {
  return { unit, value: rational(value) };
}

/** The stored form of a quantity. The inverse of `readQuantity`. */
export function quantityText<U extends Unit>(value: Quantity<U>): QuantityText<U> {
  return `${exactNumber(value.value)} ${value.unit}`;
}

/**
 * A stored quantity back as an exact value in `unit`. Throws on any other text: stored text is the program's own
 * and has passed a schema; what people type goes through `parseEntry`.
 */
export function readQuantity<U extends Unit>(text: QuantityText<NoInfer<U>>, unit: U): Quantity<U> {
  const match = EXACT_TEXT.exec(text);
  if (!match || match[4] !== unit) throw new Error(`"${text}" is not a stored quantity in ${unit}.`);
  const [, whole = '', decimals, denominator] = match;
  if (denominator !== undefined) return quantity(rational(BigInt(whole), BigInt(denominator)), unit);
  const scale = 10n ** BigInt(decimals?.length ?? 0);
  return quantity(rational(BigInt(`${whole}${decimals ?? ''}`), scale), unit);
}

/** True when `text` is the stored form of a quantity in `unit`. For schemas. */
export function isQuantityText<U extends Unit>(text: string, unit: U): text is QuantityText<U> {
  const match = EXACT_TEXT.exec(text);
  return match !== null && match[4] === unit && match[3] !== '0';
}

export function plus<U extends Unit>(augend: Quantity<U>, addend: Quantity<NoInfer<U>>): Quantity<U> {
  return quantity(add(augend.value, addend.value), augend.unit);
}

export function minus<U extends Unit>(minuend: Quantity<U>, subtrahend: Quantity<NoInfer<U>>): Quantity<U> {
  return quantity(subtract(minuend.value, subtrahend.value), minuend.unit);
}

export function compareQuantities<U extends Unit>(
  left: Quantity<U>,
  right: Quantity<NoInfer<U>>,
): -1 | 0 | 1 {
  return compare(left.value, right.value);
}

/** The same amount in another unit of its dimension, exact. Throws when the units do not measure the same. */
export function convert<U extends Unit>(value: Quantity, to: U): Quantity<U> {
  return quantity(multiply(value.value, conversionFactor(value.unit, to)), to);
}

/**
 * The product of `factors` divided by each of `divisors`, exact, in `unit`. Every formula of the dosing core is one
 * such line, and none can leave with the wrong dimension: a programmer's mistake throws here, whatever the numbers.
 */
export function derive<U extends Unit>(
  unit: U,
  factors: readonly Quantity[],
  divisors: readonly Quantity[] = [],
): Quantity<U> {
  let dimension: Dimension = {};
  let value: Rational = rational(1n);
  for (const factor of factors) {
    const measure = measureOf(factor.unit);
    dimension = combinedDimension(dimension, measure.dimension);
    value = multiply(value, multiply(factor.value, measure.size));
  }
  for (const divisor of divisors) {
    const measure = measureOf(divisor.unit);
    dimension = combinedDimension(dimension, measure.dimension, -1);
    value = divide(value, multiply(divisor.value, measure.size));
  }
  const target = measureOf(unit);
  if (!isSameDimension(dimension, target.dimension))
    throw new Error(`The result is not measured in ${unit}.`);
  return quantity(divide(value, target.size), unit);
}

function exactNumber(value: Rational): string {
  if (!terminates(value)) return `${value.numerator}/${value.denominator}`;
  let scale = 0;
  let { numerator, denominator } = value;
  while (denominator !== 1n) {
    const factor = 10n;
    const reduced = rational(numerator * factor, denominator);
    ({ numerator, denominator } = reduced);
    scale += 1;
  }
  if (scale === 0) return numerator.toString();
  const sign = numerator < 0n ? '-' : '';
  const digits = numerator
    .toString()
    .replace('-', '')
    .padStart(scale + 1, '0');
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
