/**
 * Exact rational numbers on BigInt: the only arithmetic a dose passes through.
 *
 * JavaScript numbers never enter. Binary floats cannot hold 0.1, and both fraction.js and mathjs were seen to
 * turn small ones into 0 without an error.
 */
export type Rational = {
  readonly numerator: bigint;
  /** Always above 0, and without a common factor with the numerator. */
  readonly denominator: bigint;
};

/** `numerator / denominator` in lowest terms. Throws on a denominator of 0: callers rule it out by parsing. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
  if (denominator === 0n) throw new Error('A rational number has no denominator of 0.');
  const sign = denominator / absolute(denominator);
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator)) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };

export function add(augend: Rational, addend: Rational): Rational {
  return rational(
    augend.numerator * addend.denominator + addend.numerator * augend.denominator,
    augend.denominator * addend.denominator,
  );
}

export function subtract(minuend: Rational, subtrahend: Rational): Rational {
  return add(minuend, { numerator: -subtrahend.numerator, denominator: subtrahend.denominator });
}

export function multiply(multiplicand: Rational, multiplier: Rational): Rational {
  return rational(
    multiplicand.numerator * multiplier.numerator,
    multiplicand.denominator * multiplier.denominator,
  );
}

/** Throws when `divisor` is 0. Every clinical divisor (weight, duration, concentration) is parsed as above 0. */
export function divide(dividend: Rational, divisor: Rational): Rational {
  return rational(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator);
}

/** Below 0, 0 or above 0, as `left` is smaller than, equal to or larger than `right`. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference < 0n) return -1;
  return difference > 0n ? 1 : 0;
}

export function equals(left: Rational, right: Rational): boolean {
  return compare(left, right) === 0;
}

export function magnitude(value: Rational): Rational {
  return { numerator: absolute(value.numerator), denominator: value.denominator };
}

/** True when the decimal expansion ends: the denominator has no prime factor but 2 and 5. */
export function terminates(value: Rational): boolean {
  let rest = value.denominator;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Above 0, as long as one of them is. */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
